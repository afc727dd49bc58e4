using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Plenum.Contracts.Scripts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys.Conferences;

/// <summary>What of <c>sys.conferences</c> only looks: as hosts see it by the client API. And <c>sys.users</c>: who is in conferences.</summary>
internal sealed class ConferenceViews(ConferencePlaces places, ConferenceDirectory directory, LiveConferences live, Tabs tabs) : SysRoom
{
    private const int Most = 500;

    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["conferences.list"] = (given, _, _) => Task.FromResult(Given.Of(new JsonArray([.. directory.Search(given.TextOrNone(0, "The text")).Where(listing => listing.Aliases.Count > 0).Take(Most).Select(listing => (JsonNode)Told(listing, listing.Aliases[0]))]))),
        ["conferences.find"] = (given, _, _) => Task.FromResult(Find(given)),
        ["conferences.status"] = On(place => Json(StatusBody.Of(place.Conference.Now, place.NowRoom), WireJson.Default.StatusBody)),
        ["conferences.participants"] = On(place => new JsonArray([.. place.Conference.Now.In(place.NowRoom.Id).Select(one => Person(one))])),
        ["conferences.participant"] = (given, _, _) => Participant(given),
        ["conferences.breakouts"] = On(place => new JsonArray([.. place.Conference.Now.Rooms.Values.Where(room => room.Breakout is not null).Select(room => (JsonNode)new JsonObject { ["id"] = $"{room.Id}", ["name"] = room.Breakout!.Name, ["participants"] = place.Conference.Now.In(room.Id).Count() })])),
        ["conferences.read"] = Read,
        ["users.find"] = async (given, _, ended) => Given.Of(await User(given.Text(0, "The id"), ended)),
        ["users.list"] = (given, _, _) => Task.FromResult(Given.Of(new JsonArray([.. Users(given.TextOrNone(0, "The alias")).Take(Most).Select(user => (JsonNode)user.Told)]))),
    };

    private SysReply Find(JsonElement given)
    {
        var alias = given.Text(0, "The alias");
        if (ConferenceAlias.TryParse(alias, null, out var parsed) && directory.Find(parsed) is { } listing) return Given.Of(Told(listing, alias));
        return given.Flag(1) ? throw new NotForScripts("notFound", $"There is no conference {alias}") : Given.Nothing;
    }

    private SysAnswer On(Func<ConferencePlace, JsonNode> look) => async (given, _, _) => Given.Of(look(await places.Find(given[0])));

    private async Task<SysReply> Participant(JsonElement given)
    {
        var place = await places.Find(given[0]);
        return ParticipantId.TryParse(given.Text(1, "The id"), null, out var id) && place.Conference.Now.Participants.TryGetValue(id, out var found) ? Given.Of(Person(found)) : Given.Nothing;
    }

    private async Task<SysReply> Read(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var (place, what) = (await places.Find(given[0]), given.Text(1, "What to read"));
        var room = place.NowRoom;
        return Given.Of(what switch
        {
            "available_layouts" => new JsonArray([.. LayoutNames.All.Select(name => (JsonNode)name)]),
            "layout_svgs" => new JsonObject(LayoutNames.All.Select(name => KeyValuePair.Create(name, (JsonNode?)LayoutPictures.Draw(name)))),
            "get_message_text" => Json(new MessageTextBody(room.MessageText.Text, room.MessageText.SetAt is { } at ? ParticipantBody.Epoch(at) : null), AnswerJson.Default.MessageTextBody),
            "get_classification_level" => Json(new ClassificationBody(place.Listing.Terms.ClassificationLevels, room.Classification), AnswerJson.Default.ClassificationBody),
            "get_pinning_config" => Json(new PinningBody(room.Pinning), AnswerJson.Default.PinningBody),
            "available_pinning_configs" => new JsonArray([.. Pin.Arrangements.Where(name => name.Length > 0).Select(name => (JsonNode)name)]),
            "get_clock" => Json(new ClockBody(room.Clock.Type, room.Clock.StartingValue, room.Clock.Prefix, room.Clock.Suffix, room.Clock.Date), AnswerJson.Default.ClockBody),
            _ => throw NotForScripts.Bad($"{what} cannot be read; there are available_layouts, layout_svgs, get_message_text, get_classification_level, get_pinning_config, available_pinning_configs and get_clock"),
        });
    }

    /// <summary>Somebody in a conference, or whoever another app says that it is in one of its pages.</summary>
    private async Task<JsonObject?> User(string id, CancellationToken cancellation)
    {
        if (Users(null).FirstOrDefault(user => Is(user, id)) is { Told: { } told }) return told;
        return (await tabs.Of(id, cancellation)).FirstOrDefault(page => page.Elsewhere) is { } page
            ? new JsonObject { ["id"] = page.User, ["label"] = page.User, ["name"] = page.User, ["groups"] = new JsonArray([.. page.Groups.Select(group => (JsonNode)group)]) }
            : null;
    }

    /// <summary>Everybody in the conferences that this node has in its hands.</summary>
    private IEnumerable<(Participant Who, JsonObject Told)> Users(string? alias)
    {
        foreach (var conference in live.Loaded.Select(one => one.Now))
        {
            var listing = directory.Find(conference.Id);
            if (alias is not null && listing?.Aliases.Contains(alias, StringComparer.OrdinalIgnoreCase) is not true) continue;
            foreach (var who in conference.Participants.Values) yield return (who, User(who, listing));
        }
    }

    private static bool Is((Participant Who, JsonObject Told) user, string id) => $"{user.Who.Id}" == id || id.Equals(user.Who.Account, StringComparison.OrdinalIgnoreCase);

    private static JsonObject User(Participant who, Listing? listing) => new()
    {
        ["id"] = $"{who.Id}",
        ["label"] = who.Name,
        ["name"] = who.Name,
        ["email"] = who.Account,
        ["role"] = who.IsHost ? "host" : "guest",
        ["conference"] = listing?.Aliases is [var alias, ..] ? alias : null,
        ["groups"] = new JsonArray(),
    };

    private static JsonObject Told(Listing listing, string alias) => new()
    {
        ["id"] = $"{listing.Id}",
        ["label"] = listing.Name,
        ["name"] = listing.Name,
        ["alias"] = alias,
        ["aliases"] = new JsonArray([.. listing.Aliases.Select(one => (JsonNode)one)]),
        ["groups"] = new JsonArray([.. listing.Settings.Groups.Select(one => (JsonNode)one)]),
    };

    private static JsonNode Person(Participant who) => Json(ParticipantBody.Of(who, forHost: true), WireJson.Default.ParticipantBody);

    private static JsonNode Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type)!;
}
