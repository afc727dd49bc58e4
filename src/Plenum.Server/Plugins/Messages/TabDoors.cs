using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Plugins.Messages;

/// <summary>
/// Where a page with plugins in it meets the server, below its conference: it says that it is there and hears what it missed,
/// says what it has taken, and says what its plugins say.
/// </summary>
internal sealed class TabDoors(Tabs tabs, Outbox outbox, Sayings sayings, UiPlugins plugins, TimeProvider time)
{
    private const string TooLate = "The message takes no answers any more: its time is over, or somebody else answered";
    private const int LongestBody = 64 * 1024, MostReplies = 1_000;

    public static void MapTo(WebApplication app)
    {
        var (door, here) = (app.Services.GetRequiredService<CommandDoor>(), app.Services.GetRequiredService<TabDoors>());
        var own = $"{ClientApi.Root}/conferences/{{alias}}/plenum";
        app.MapPost($"{own}/tabs", door.Open(here.Announce));
        app.MapPost($"{own}/taken", door.Open(here.Take));
        app.MapPost($"{own}/said", door.Open(here.Say));
    }

    /// <summary>Answers with the plugins that this page runs, and the messages after the number that it names.</summary>
    private async Task Announce(Knock knock)
    {
        var (tab, cancellation) = (TabOf(knock), knock.Context.RequestAborted);
        if (!await tabs.Announce(tab, cancellation)) throw new Unreadable("tab is somebody else's: draw another one");
        var since = (long)Math.Clamp(knock.Body.Number("since") ?? 0, 0, long.MaxValue / 2);
        var running = (await plugins.All(cancellation)).Where(one => Visible(one.Plugin)).Select(one => (JsonNode)Told(one.Plugin)).ToArray();
        var missed = (await outbox.After(tab, since, cancellation)).Select(delivery => (JsonNode)MessageJson.Of(delivery)).ToArray();
        await Answers.Raw(knock.Context, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["plugins"] = new JsonArray(running), ["messages"] = new JsonArray(missed) }));
    }

    private async Task Take(Knock knock)
    {
        var tab = await Known(knock);
        await outbox.Taken(tab, (long)Math.Clamp(knock.Body.Number("through") ?? 0, 0, long.MaxValue / 2), knock.Context.RequestAborted);
        await Answers.Yes(knock.Context);
    }

    /// <summary>Answers true when it is kept, also when it was kept before: the page need not say it again.</summary>
    private async Task Say(Knock knock)
    {
        var (tab, cancellation) = (await Known(knock), knock.Context.RequestAborted);
        if (knock.Body.Number("seq") is not ({ } number and >= 1 and < 1L << 52) || number != Math.Floor(number)) throw new Unreadable("seq counts from 1");
        var body = knock.Body.Element("data") ?? JsonDocument.Parse("null").RootElement;
        if (body.GetRawText().Length > LongestBody) throw new Unreadable($"data has at most {LongestBody} characters");
        var caller = knock.Caller.Conference.Now.Participants.GetValueOrDefault(knock.Caller.Id);
        var saying = new Saying(
            tab.Id, (long)number, tab.Participant, caller?.Name ?? "", "", null, "", null, body, $"{Neighbourhood.Of(knock.Context.Connection.RemoteIpAddress)}", time.GetUtcNow()) { Account = caller?.Account ?? "", Conference = knock.Caller.Alias };
        if (!await sayings.Keep(knock.Body.Has("message") ? await Reply(knock, saying, cancellation) : await Event(knock, saying, cancellation), cancellation)) throw new Unreadable(TooLate);
        await Answers.Yes(knock.Context);
    }

    /// <summary>Only a page that a message went to may answer it, by one of the callbacks that were declared for it.</summary>
    private async Task<Saying> Reply(Knock knock, Saying saying, CancellationToken cancellation)
    {
        var callback = knock.Body.NeededText("callback");
        if (!Guid.TryParse(knock.Body.NeededText("message"), out var id) || await outbox.Find(id, saying.Tab, cancellation) is not { } message) throw new Unreadable("No such message went to this page");
        var declared = await plugins.Find(new ScriptName(message.Plugin), cancellation);
        if (!message.Callbacks.ContainsKey(callback) && declared?.Plugin.Calls(message.Name, callback) is not true) throw new Unreadable("The message has no such callback");
        if (message.Closed is null && !message.TakesAnswers(time.GetUtcNow())) throw new Unreadable(TooLate);
        if (await sayings.Count(id, saying.Tab, cancellation) >= MostReplies) throw new Unreadable($"A page answers a message at most {MostReplies} times");
        return saying with { Plugin = message.Plugin, Message = id, Event = message.Name, Callback = callback };
    }

    private async Task<Saying> Event(Knock knock, Saying saying, CancellationToken cancellation)
    {
        var (plugin, name) = (knock.Body.NeededText("plugin"), knock.Body.NeededText("event"));
        if (!ScriptName.TryParse(plugin, null, out var parsed) || await plugins.Find(parsed, cancellation) is not { } found || !Visible(found.Plugin)) throw new Unreadable("There is no such plugin here");
        if (found.Plugin.Events.All(one => one.Name != name)) throw new Unreadable($"The plugin {plugin} declares no event {name}");
        return saying with { Plugin = plugin, Event = name };
    }

    /// <summary>Groups are for people who are known; a participant is in none.</summary>
    public static bool Visible(UiPlugin plugin) => plugin.Places.Contains("APP") && plugin.Groups.Count == 0;

    private async Task<Tab> Known(Knock knock)
    {
        var tab = TabOf(knock);
        return await tabs.Find(tab.Id, knock.Context.RequestAborted) == tab ? tab : throw new Unreadable("This page has not said that it is there");
    }

    private static Tab TabOf(Knock knock) => knock.Body.NeededText("tab") is { Length: >= 20 and <= 100 } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        ? new Tab(id, knock.Caller.Conference.Now.Id.Value, knock.Caller.Id.Value)
        : throw new Unreadable("tab is 20 to 100 letters, digits, - and _, drawn at random when the page is loaded");

    /// <summary>What a browser may know of a plugin: settings with what counts where none is set, and no secret.</summary>
    private static JsonObject Told(UiPlugin plugin)
    {
        var configuration = new JsonObject();
        foreach (var field in ConfigurationSchema.Read(plugin.Schema).Where(field => field is { Secret: false, Default: not null })) configuration[field.Name] = JsonNode.Parse(field.Default!.Value.GetRawText());
        foreach (var (name, value) in plugin.Settings) configuration[name] = JsonNode.Parse(value.GetRawText());
        return new JsonObject
        {
            ["name"] = plugin.Name,
            ["label"] = plugin.Label,
            ["type"] = plugin.Type,
            ["script"] = plugin.Script,
            ["configuration"] = configuration,
            ["functions"] = new JsonArray([.. plugin.Functions.Select(function => (JsonNode)function.Name)]),
            ["events"] = new JsonArray([.. plugin.Events.Select(one => (JsonNode)one.Name)]),
        };
    }
}
