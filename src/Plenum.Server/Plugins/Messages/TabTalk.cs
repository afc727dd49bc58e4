using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Plugins.Messages;

/// <summary>
/// What a page with plugins in it and the server say to each other, wherever the page stands: it says that it is there and hears
/// what it missed, says what it has taken, and says what its plugins say. What cannot be understood is thrown as unreadable.
/// </summary>
internal sealed class TabTalk(Tabs tabs, Outbox outbox, Sayings sayings, UiPlugins plugins, TimeProvider time)
{
    private const string TooLate = "The message takes no answers any more: its time is over, or somebody else answered";
    private const int LongestBody = 64 * 1024, MostReplies = 1_000;

    /// <summary>Answers with the plugins that this page runs, and the messages after the number that it names.</summary>
    public async Task<byte[]> Announce(Holder who, Body body, CancellationToken cancellation)
    {
        var tab = TabOf(who, body);
        if (!await tabs.Announce(tab, cancellation)) throw new Unreadable("tab is somebody else's: draw another one");
        var since = (long)Math.Clamp(body.Number("since") ?? 0, 0, long.MaxValue / 2);
        var running = (await plugins.All(cancellation)).Where(one => one.Plugin.Visible(tab.Groups)).Select(one => (JsonNode)PluginJson.Of(one.Plugin)).ToArray();
        var missed = (await outbox.After(tab, since, cancellation)).Select(delivery => (JsonNode)MessageJson.Of(delivery)).ToArray();
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = who.User, ["name"] = who.Name },
            ["plugins"] = new JsonArray(running),
            ["messages"] = new JsonArray(missed),
        });
    }

    public async Task Take(Holder who, Body body, CancellationToken cancellation)
    {
        var tab = await Known(who, body, cancellation);
        await outbox.Taken(tab, (long)Math.Clamp(body.Number("through") ?? 0, 0, long.MaxValue / 2), cancellation);
    }

    /// <summary>When it returns, it is kept, or was kept before: the page need not say it again.</summary>
    public async Task Say(Holder who, Body body, CancellationToken cancellation)
    {
        var tab = await Known(who, body, cancellation);
        if (body.Number("seq") is not ({ } number and >= 1 and < 1L << 52) || number != Math.Floor(number)) throw new Unreadable("seq counts from 1");
        var said = body.Element("data") ?? JsonDocument.Parse("null").RootElement;
        if (said.GetRawText().Length > LongestBody) throw new Unreadable($"data has at most {LongestBody} characters");
        var saying = new Saying(tab.Id, (long)number, tab.User, who.Name, "", null, "", null, said, who.Address, time.GetUtcNow()) { Account = who.Account, Conference = who.Alias };
        if (!await sayings.Keep(body.Has("message") ? await Reply(body, saying, cancellation) : await Event(tab, body, saying, cancellation), cancellation)) throw new Unreadable(TooLate);
    }

    /// <summary>The page, when it announced itself before and is this one's.</summary>
    public async Task<Tab> Known(Holder who, string id, CancellationToken cancellation) =>
        await tabs.Find(id, cancellation) is { } known && known.Is(new Tab(id, who.Conference, who.User)) ? known : throw new Unreadable("This page has not said that it is there");

    private Task<Tab> Known(Holder who, Body body, CancellationToken cancellation) => Known(who, TabOf(who, body).Id, cancellation);

    /// <summary>Only a page that a message went to may answer it, by one of the callbacks that were declared for it.</summary>
    private async Task<Saying> Reply(Body body, Saying saying, CancellationToken cancellation)
    {
        var callback = body.NeededText("callback");
        if (!Guid.TryParse(body.NeededText("message"), out var id) || await outbox.Find(id, saying.Tab, cancellation) is not { } message) throw new Unreadable("No such message went to this page");
        var declared = await plugins.Find(new ScriptName(message.Plugin), cancellation);
        if (!message.Callbacks.ContainsKey(callback) && declared?.Plugin.Calls(message.Name, callback) is not true) throw new Unreadable("The message has no such callback");
        if (message.Closed is null && !message.TakesAnswers(time.GetUtcNow())) throw new Unreadable(TooLate);
        if (await sayings.Count(id, saying.Tab, cancellation) >= MostReplies) throw new Unreadable($"A page answers a message at most {MostReplies} times");
        return saying with { Plugin = message.Plugin, Message = id, Event = message.Name, Callback = callback };
    }

    private async Task<Saying> Event(Tab tab, Body body, Saying saying, CancellationToken cancellation)
    {
        var (plugin, name) = (body.NeededText("plugin"), body.NeededText("event"));
        if (!ScriptName.TryParse(plugin, null, out var parsed) || await plugins.Find(parsed, cancellation) is not { } found || !found.Plugin.Visible(tab.Groups)) throw new Unreadable("There is no such plugin here");
        if (found.Plugin.Events.All(one => one.Name != name)) throw new Unreadable($"The plugin {plugin} declares no event {name}");
        return saying with { Plugin = plugin, Event = name };
    }

    private static Tab TabOf(Holder who, Body body) => body.NeededText("tab") is { Length: >= 20 and <= 100 } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        ? new Tab(id, who.Conference, who.User) { Account = who.Account, Groups = who.Groups }
        : throw new Unreadable("tab is 20 to 100 letters, digits, - and _, drawn at random when the page is loaded");
}
