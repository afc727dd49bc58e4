using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;

namespace Plenum.Server.Management;

/// <summary>The meetings that a conference's log still has, and what happened in them. They hold no chat text.</summary>
internal static class MeetingDoors
{
    public const int MostLines = 1000;

    public static void MapMeetings(this IEndpointRouteBuilder api)
    {
        var meetings = api.MapGroup("conferences/{id:guid}/meetings").WithTags("Meetings");
        meetings.MapGet("", List).WithName("listMeetings").WithSummary("The meetings of a conference, newest first").Refuses(404, 422);
        meetings.MapGet("{meeting:guid}/timeline", Timeline).WithName("readTimeline").WithSummary("What happened in a meeting, oldest first").Refuses(404, 422);
    }

    public static async Task<Results<Ok<Sheet<MeetingLine>>, ProblemHttpResult>> List(
        Guid id, [AsParameters] PageWish wish, ConferenceDirectory directory, MeetingHistory history, CancellationToken cancellation)
    {
        var meetings = await history.Of(new ConferenceId(id), cancellation);
        if (meetings is null && directory.Find(new ConferenceId(id)) is null) return Problem.NotFound("conference");
        return TypedResults.Ok(wish.Of([.. (meetings ?? []).Reverse()]));
    }

    public static async Task<Results<Ok<TimelineBody>, ProblemHttpResult>> Timeline(
        Guid id, Guid meeting, MeetingHistory history, CancellationToken cancellation, long after = 0, int take = 200)
    {
        if (take is < 1 or > MostLines) throw new Unacceptable("take", $"take is between 1 and {MostLines}.");
        if ((await history.Of(new ConferenceId(id), cancellation))?.FirstOrDefault(line => line.Id == meeting) is not { } found) return Problem.NotFound("meeting");
        var lines = (await history.Entries(new ConferenceId(id), found, after, cancellation)).Take(take).ToList();
        long? next = lines.Count > 0 && lines[^1].Version < found.LastVersion ? lines[^1].Version : null;
        return TypedResults.Ok(new TimelineBody([.. lines.Select(TimelineDoor.Line)], next));
    }
}

/// <summary>A stretch of a timeline; where there is more, what to send as <c>after</c> for it.</summary>
internal sealed record TimelineBody(IReadOnlyList<JsonNode> Entries, long? Next);
