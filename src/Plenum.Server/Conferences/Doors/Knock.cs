using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>A request that got past reception: where it leads, about whom, with what body.</summary>
internal sealed record Knock(HttpContext Context, Caller Caller, Body Body)
{
    public string Route(string name) => (string)Context.Request.RouteValues[name]!;

    public RoomId? Room { get; init; }

    public ParticipantId? Subject { get; init; }
}

/// <summary>Who calls, proven by the token; the claimed cause stands beside it, unproven.</summary>
internal sealed record Caller(Live.LiveConference Conference, ParticipantId Id, int Generation, Listings.Listing Listing, string Alias)
{
    public string? ClaimedCause { get; init; }

    public Actor Actor => Actor.Of(Id, ClaimedCause);
}
