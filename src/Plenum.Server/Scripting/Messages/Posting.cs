using Plenum.Server.Plugins.Messages;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;
using Plenum.Server.Scripting.Sys;

namespace Plenum.Server.Scripting.Messages;

/// <summary>Finds the pages that a message goes to, and gives it to the courier together with what is to be done when nobody answers.</summary>
internal sealed class Posting(Courier courier, RunQueue queue, TimeProvider time)
{
    public async Task<IReadOnlyList<Tab>> Recipients(Wish wish, UiPlugin? plugin, RunningScript script, CancellationToken cancellation)
    {
        var pages = await Addressed(wish.To, script, cancellation);
        return plugin is null ? pages : [.. pages.Where(page => plugin.Visible(page.Groups))];
    }

    public async Task Send(Guid id, Wish wish, string plugin, IReadOnlyList<Tab> pages, TimeSpan life, RunningScript script, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var message = new UiMessage(id, script.Run, plugin, wish.Name, wish.Body, wish.Callbacks, now, now + life) { OnTimeout = wish.OnTimeout };
        var number = await courier.Send(
            message,
            pages,
            async transaction =>
            {
                if (wish.Timeout is { } timeout) await queue.Add(transaction, QueuedRun.Of(id, script.Occasion, now + timeout));
            },
            cancellation);
        var whom = plugin.Length > 0 ? $"the plugin {plugin}" : "pages";
        if (number == 0) script.Write("warn", $"The message {wish.Name} to {whom} reaches nobody: {id}", id);
        else script.Write("info", $"The message {wish.Name} to {whom} goes to {number} {(number == 1 ? "page" : "pages")}: {id}", id);
    }

    private async Task<IReadOnlyList<Tab>> Addressed(Address to, RunningScript script, CancellationToken cancellation)
    {
        switch (to.Target)
        {
            case Target.AllUsers:
                return await courier.Everybody(cancellation);
            case Target.Conference:
                return await courier.In(to.Names[0], cancellation) ?? throw NotForScripts.Bad($"There is no conference {to.Names[0]}");
            case Target.Connection:
                return await courier.Page(to.Names[0], cancellation);
            case Target.Groups:
                return await courier.Groups(to.Names, cancellation);
            case Target.Users:
                return await Users(to.Names.Count > 0 ? to.Names : script.Occasion.For is { } own ? [own.Id] : [], script, cancellation);
            default:
                return script.Occasion.Tab is { } page ? await courier.Page(page, cancellation) : [];
        }
    }

    private async Task<IReadOnlyList<Tab>> Users(IReadOnlyList<string> users, RunningScript script, CancellationToken cancellation)
    {
        var pages = new List<Tab>();
        foreach (var user in users)
        {
            var found = await courier.Of(user, cancellation);
            if (found.Count == 0) script.Write("warn", $"Nobody is here as {user}");
            pages.AddRange(found);
        }

        return [.. pages.Distinct()];
    }
}
