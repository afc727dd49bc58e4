using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Lobby;
using Plenum.Server.Participants;

namespace Plenum.Server.Management.Pages;

/// <summary>One conference while somebody is in it: who, what an administrator may do to them, and the meetings before.</summary>
internal static class LivePages
{
    public const string Path = "/live";

    private const int MostMeetings = 50;

    /// <summary>What a button on the page orders.</summary>
    private static readonly Dictionary<string, Command> ForAll = new()
    {
        ["lock"] = new LockRoom(true),
        ["unlock"] = new LockRoom(false),
        ["muteguests"] = new MuteGuests(true),
        ["unmuteguests"] = new MuteGuests(false),
        ["disconnect"] = new DisconnectAll(),
    };

    private static readonly Dictionary<string, Command> ForOne = new()
    {
        ["mute"] = new Mute(true),
        ["unmute"] = new Mute(false),
        ["admit"] = new Admit(),
        ["disconnect"] = new DisconnectParticipant(),
    };

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet($"{Path}/{{id:guid}}", Read);
        pages.MapPost($"{Path}/{{id:guid}}/{{verb}}", (Guid id, string verb, Visit visit, Orders orders, CancellationToken cancellation) =>
            ForAll.TryGetValue(verb, out var command) ? Order(id, verb, command, visit, orders, cancellation) : Nothing());
        pages.MapPost($"{Path}/{{id:guid}}/participants/{{uuid:guid}}/{{verb}}", (Guid id, Guid uuid, string verb, Visit visit, Orders orders, CancellationToken cancellation) =>
            ForOne.TryGetValue(verb, out var command) ? Order(id, verb, command with { Subject = new ParticipantId(uuid) }, visit, orders, cancellation) : Nothing());
    }

    private static async Task<IResult> Read(Guid id, Visit visit, LiveConferences live, ConferenceDirectory directory, MeetingHistory history, CancellationToken cancellation, string? refused = null)
    {
        var meetings = await history.Of(new ConferenceId(id), cancellation);
        var listing = directory.Find(new ConferenceId(id));
        if (listing is null && meetings is null) return Results.NotFound();
        var now = (await live.Get(new ConferenceId(id))).Now;
        return new PageResult<LivePage>(new
        {
            Visit = visit,
            Now = LiveBody.Of(now, listing),
            Meetings = (IReadOnlyList<MeetingLine>)[.. (meetings ?? []).Reverse().Take(MostMeetings)],
            Wrong = refused,
        });
    }

    private static async Task<IResult> Order(Guid id, string verb, Command command, Visit visit, Orders orders, CancellationToken cancellation)
    {
        var answer = await orders.Give(new ConferenceId(id), command, verb, visit.Who, cancellation);
        var page = $"{AdminPages.Root}{Path}/{id}";
        return TypedResults.LocalRedirect(answer.Result is ProblemHttpResult problem ? $"{page}?refused={Uri.EscapeDataString(problem.ProblemDetails.Detail ?? "")}" : page);
    }

    private static Task<IResult> Nothing() => Task.FromResult(Results.NotFound());
}
