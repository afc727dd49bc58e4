using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Contracts.Scripts;
using Plenum.Server.Participants.Tokens;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Messages;

/// <summary>What <c>sys.ui</c> does: reads what a script wants to send, finds out to whom, and gives it to the courier.</summary>
internal sealed class UiCalls(UiPlugins plugins, Courier courier, ServerKey key, TimeProvider time)
{
    public const string SendMessage = "ui.sendMessage";

    /// <summary>How long a message waits for a page that is away.</summary>
    private static readonly TimeSpan Waits = TimeSpan.FromMinutes(10);

    private readonly byte[] naming = key.Derive("ids of messages");

    public async Task<SysReply> Send(SysCall call, UiCaller caller, CancellationToken cancellation)
    {
        using var given = JsonDocument.Parse(call.Arguments);
        var wish = Wish.Read(given.RootElement);
        if (wish.Wrong is { } wrong) return SysDesk.Refused(Wish.Code, wrong);
        if (wish.Plugin.Length == 0) return await Send(wish, null, caller, cancellation);
        if (!ScriptName.TryParse(wish.Plugin, null, out var name) || await plugins.Find(name, cancellation) is not { Plugin: var plugin }) return SysDesk.Refused(Wish.Code, $"There is no UI plugin {wish.Plugin}");
        if (!plugin.Understands(wish.Name)) return SysDesk.Refused(Wish.Code, $"The plugin {plugin.Name} declares no function {wish.Name}");
        return await Send(wish, plugin, caller, cancellation);
    }

    /// <summary>To a plugin, where the people who get it have it, or to the pages themselves.</summary>
    private async Task<SysReply> Send(Wish wish, UiPlugin? plugin, UiCaller caller, CancellationToken cancellation)
    {
        if (await Targets(wish, caller, cancellation) is not { } pages) return SysDesk.Refused(Wish.Code, $"There is no conference {wish.Conference}");
        if (plugin is not null) pages = [.. pages.Where(page => plugin.Visible(page.Groups))];
        var now = time.GetUtcNow();
        var message = new UiMessage(IdOf(caller), caller.Run, wish.Plugin, wish.Name, wish.Body, wish.Callbacks, now, now + Waits);
        if (await courier.Send(message, pages, cancellation) == 0) caller.Write(new ScriptLine("warn", $"The message {wish.Name} to {(plugin is null ? "pages" : $"the plugin {plugin.Name}")} reaches nobody: {message.Id}"));
        return new SysReply(JsonValue.Create($"{message.Id}").ToJsonString());
    }

    private async Task<IReadOnlyList<Tab>?> Targets(Wish wish, UiCaller caller, CancellationToken cancellation)
    {
        switch (wish.Target)
        {
            case "allUsers":
                return await courier.Everybody(cancellation);
            case "conference":
                return await courier.In(wish.Conference ?? "", cancellation);
            case "users" when wish.Users is { } users:
                var pages = new List<Tab>();
                foreach (var user in users)
                {
                    var found = await courier.Of(user, cancellation);
                    if (found.Count == 0) caller.Write(new ScriptLine("warn", $"Nobody is here as {user}"));
                    pages.AddRange(found);
                }

                return pages.Distinct().ToList();
            case "users":
                return await courier.Of(caller.Occasion.For?.Id ?? "", cancellation);
            default:
                return caller.Occasion.Tab is { } page ? await courier.Page(page, cancellation) : [];
        }
    }

    /// <summary>Nobody guesses it, and a run that is begun again finds the same one.</summary>
    private Guid IdOf(UiCaller caller) => new(HMACSHA256.HashData(naming, (byte[])[.. caller.Run.ToByteArray(), .. BitConverter.GetBytes(caller.Number)]).AsSpan(0, 16));
}

/// <summary>The run that calls, and which call of it this is.</summary>
internal sealed record UiCaller(Guid Run, int Number, Occasion Occasion, Action<ScriptLine> Write);
