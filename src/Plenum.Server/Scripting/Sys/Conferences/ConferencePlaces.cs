using System.Text.Json;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Participants;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys.Conferences;

/// <summary>Finds what a script speaks of: a conference by its alias, perhaps a breakout or a participant of it.</summary>
internal sealed class ConferencePlaces(ConferenceDirectory directory, LiveConferences live)
{
    public static Actor Actor(RunningScript script) => Plenum.Server.Conferences.Actor.OfAdministrator($"script {script.Name}");

    public async Task<ConferencePlace> Find(JsonElement at)
    {
        var alias = at.Member("alias") ?? "";
        if (!ConferenceAlias.TryParse(alias, null, out var parsed) || directory.Find(parsed) is not { } listing) throw new NotForScripts("notFound", $"There is no conference {alias}");
        return new ConferencePlace(await live.Get(listing.Id), listing, alias)
        {
            Room = at.Member("room") is { } room ? RoomId.TryParse(room, null, out var id) && !id.IsMain ? id : throw new NotForScripts("notFound", "There is no such breakout") : null,
            Subject = at.Member("participant") is { } who ? ParticipantId.TryParse(who, null, out var subject) ? subject : throw new NotForScripts("notFound", "There is no such participant") : null,
            Mix = at.Member("mix"),
        };
    }
}

/// <summary>Where a script points.</summary>
internal sealed record ConferencePlace(LiveConference Conference, Listing Listing, string Alias)
{
    public RoomId? Room { get; init; }

    public ParticipantId? Subject { get; init; }

    public string? Mix { get; init; }

    public Room NowRoom => Conference.Now.Rooms.GetValueOrDefault(Room ?? RoomId.Main) ?? throw new NotForScripts("notFound", "There is no such breakout");

    /// <summary>As if it came by the client API, for what reads requests there.</summary>
    public Knock Knock(JsonElement body)
    {
        var context = new DefaultHttpContext();
        context.Request.RouteValues["mix"] = Mix ?? "";
        return new Knock(context, new Caller(Conference, new ParticipantId(Guid.Empty), 0, Listing, Alias), Body.Of(body)) { Room = Room, Subject = Subject };
    }
}
