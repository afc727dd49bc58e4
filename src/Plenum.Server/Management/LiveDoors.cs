using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>The conferences that somebody is in now, and what an administrator may do to them.</summary>
internal static class LiveDoors
{
    public static void MapLive(this IEndpointRouteBuilder api)
    {
        var live = api.MapGroup("live/conferences").WithTags("Live conferences");
        live.MapGet("", List).WithName("listLiveConferences").WithSummary("The conferences that somebody is in").Refuses(422);
        live.MapGet("{id:guid}", Read).WithName("readLiveConference").WithSummary("One running conference with its participants and breakouts").Refuses(404);
        Offer(live, "lock", "Newcomers wait, unless they hold the host PIN", new LockRoom(true));
        Offer(live, "unlock", "Who waited for it comes in", new LockRoom(false));
        Offer(live, "muteguests", "Silences all guests of the main room", new MuteGuests(true));
        Offer(live, "unmuteguests", "Lets all guests of the main room be heard", new MuteGuests(false));
        Offer(live, "disconnect", "Ends the meeting for everybody", new DisconnectAll());

        var participants = live.MapGroup("{id:guid}/participants/{uuid:guid}");
        OfferOne(participants, "disconnect", "Removes one participant", new DisconnectParticipant());
        OfferOne(participants, "mute", "Silences one participant", new Mute(true));
        OfferOne(participants, "unmute", "Lets one participant be heard", new Mute(false));
        OfferOne(participants, "admit", "Lets one waiting participant in", new Admit());
    }

    public static async Task<Ok<Sheet<LiveLine>>> List(
        [AsParameters] PageWish wish, ConferenceLog log, LiveConferences live, ConferenceDirectory directory, CancellationToken cancellation)
    {
        var lines = new List<LiveLine>();
        foreach (var id in await log.Occupied(cancellation))
        {
            if (await Running(live, id) is { } now) lines.Add(LiveLine.Of(now, directory.Find(id)));
        }

        return TypedResults.Ok(wish.Of([.. lines.Where(line => Matches(line, wish.Search?.Trim())).OrderBy(line => line.Name).ThenBy(line => line.Id)]));
    }

    public static async Task<Results<Ok<LiveBody>, ProblemHttpResult>> Read(Guid id, LiveConferences live, ConferenceDirectory directory)
    {
        var (conference, listing) = (new ConferenceId(id), directory.Find(new ConferenceId(id)));
        var now = (await live.Get(conference)).Now;
        return listing is null && now.Participants.Count == 0 ? Problem.NotFound("conference") : TypedResults.Ok(LiveBody.Of(now, listing));
    }

    private static void Offer(RouteGroupBuilder live, string verb, string summary, Command command) => live
        .MapPost($"{{id:guid}}/{verb}", (Guid id, Administrator who, Orders orders, CancellationToken cancellation) =>
            orders.Give(new ConferenceId(id), command, verb, who, cancellation))
        .WithName($"{verb}LiveConference").WithSummary(summary).Refuses(404, 409);

    private static void OfferOne(RouteGroupBuilder participants, string verb, string summary, Command command) => participants
        .MapPost(verb, (Guid id, Guid uuid, Administrator who, Orders orders, CancellationToken cancellation) =>
            orders.Give(new ConferenceId(id), command with { Subject = new ParticipantId(uuid) }, verb, who, cancellation))
        .WithName($"{verb}Participant").WithSummary(summary).Refuses(404, 409);

    /// <summary>Null when everybody has just left, or when this version of the program cannot serve it; its start said so.</summary>
    private static async Task<Conference?> Running(LiveConferences live, ConferenceId id)
    {
        try
        {
            return (await live.Get(id)).Now is { Participants.Count: > 0 } now ? now : null;
        }
        catch (UnknownEvent)
        {
            return null;
        }
    }

    private static bool Matches(LiveLine line, string? search) => string.IsNullOrEmpty(search)
        || line.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
        || line.Aliases.Any(alias => alias.Contains(search, StringComparison.OrdinalIgnoreCase));
}
