using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Contracts.Scripts;
using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Participants;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys.Conferences;

/// <summary>
/// <c>sys.conferences</c>: what hosts may do by the client API, scripts may do by alias, in the same words. A script is in no
/// conference, so what it does is done as an administrator's, under the name of its listener.
/// </summary>
internal sealed class ConferenceRoom(ConferencePlaces places, DialDoor dialling, ConferenceDirectory directory, ScriptEffects effects) : SysRoom
{
    /// <summary>What makes a difference when it is done twice.</summary>
    private static readonly HashSet<string> Counted = ["message", "breakouts/message", "breakouts/empty", "breakouts/disconnect", "disconnect", "video_mixes/create", "dtmf", "fecc", "set_clock"];

    private static readonly Dictionary<string, Verb> OfRooms = Table(RoomVerbs.Both.Concat(RoomVerbs.Conference)), OfBreakouts = Table(RoomVerbs.Both.Concat(RoomVerbs.Breakout)), OfPeople = Table(ParticipantVerbs.All);

    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["conferences.do"] = Do,
        ["conferences.dial"] = Dial,
        ["conferences.transfer"] = Transfer,
        ["conferences.openBreakout"] = OpenBreakout,
    };

    private static Dictionary<string, Verb> Table(IEnumerable<Verb> verbs) => verbs.ToDictionary(verb => verb.Path);

    private async Task<SysReply> Do(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var (place, path) = (await places.Find(given[0]), given.Text(1, "What to do"));
        var verbs = place.Subject is not null ? OfPeople : place.Room is not null ? OfBreakouts : OfRooms;
        if (!verbs.TryGetValue(path, out var verb)) throw NotForScripts.Bad($"{path} is not among {string.Join(", ", verbs.Keys)}");
        var command = Understood(() => verb.Wish(place.Knock(given[2]))) with { Room = place.Room, Subject = place.Subject };
        if (Counted.Contains(path)) await effects.GoOutside(script, cancellation);
        return await Told(place, command, script);
    }

    private async Task<SysReply> OpenBreakout(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var (place, id) = (await places.Find(given[0]), RoomId.New());
        var plan = Understood(() => BreakoutWishes.Plan(Body.Of(given[1])));
        await effects.GoOutside(script, cancellation);
        await Told(place, new OpenBreakout(id, plan), script);
        return Given.Of(JsonValue.Create($"{id}"));
    }

    private async Task<SysReply> Dial(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var place = await places.Find(given[0]);
        var wish = Understood(() => DialDoor.Read(Body.Of(given[1])));
        await effects.GoOutside(script, cancellation);
        var (refusal, called) = await dialling.Call(place.Conference, place.Listing, place.Alias, place.Room, wish, ConferencePlaces.Actor(script));
        if (refusal is not null) throw Refused(refusal);
        return Given.Of(new JsonArray(called is { } id ? [JsonValue.Create($"{id}")] : []));
    }

    private async Task<SysReply> Transfer(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var (place, body) = (await places.Find(given[0]), Body.Of(given[1]));
        var alias = Understood(() => body.NeededText("conference_alias"));
        if (!ConferenceAlias.TryParse(alias, null, out var parsed) || directory.Find(parsed) is not { Terms.Kind: not ConferenceKind.Reception } listing) throw new NotForScripts("notFound", $"There is no conference {alias}");
        if (listing.Terms.SignIn && place.Conference.Now.Participants.GetValueOrDefault(place.Subject!.Value) is not { Account: not null }) throw new NotForScripts("forbidden", "Only who has signed in may come in there");
        var role = Understood(() => RoleSpelling.Read(body.Text("role"))) ?? Role.Guest;
        await effects.GoOutside(script, cancellation);
        return await Told(place, new Transfer(new Destination(listing.Id, alias, role, ParticipantId.New())) { Room = place.Room, Subject = place.Subject }, script);
    }

    private static async Task<SysReply> Told(ConferencePlace place, Command command, RunningScript script) =>
        await place.Conference.Tell(command, ConferencePlaces.Actor(script)) is Decision.Refuse refused ? throw Refused(refused.Refusal) : Given.Of(true);

    private static T Understood<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Unreadable unreadable)
        {
            throw NotForScripts.Bad(unreadable.Message);
        }
    }

    private static NotForScripts Refused(Refusal refusal) => new(
        refusal == Refusal.NoSuchParticipant || refusal == Refusal.NoSuchRoom ? "notFound" : refusal == Refusal.OutOfResource ? "systemException" : refusal.Status == StatusCodes.Status400BadRequest ? "badRequest" : "forbidden", refusal.Text);
}
