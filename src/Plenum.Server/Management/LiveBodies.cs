using Plenum.Server.Breakouts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>A conference that somebody is in, in one line of a list.</summary>
public sealed record LiveLine(
    Guid Id, string Name, IReadOnlyList<string> Aliases, int Participants, int Waiting, DateTimeOffset? Began, bool Locked)
{
    public static LiveLine Of(Conference now, Listing? listing) => new(
        now.Id.Value,
        listing?.Name ?? $"{now.Id}",
        listing?.Aliases ?? [],
        now.Participants.Values.Count(participant => !participant.Waiting),
        now.Participants.Values.Count(participant => participant.Waiting),
        now.Meeting?.BeganAt,
        now.Main.Locked);
}

/// <summary>A conference that somebody is in, whole.</summary>
public sealed record LiveBody(
    Guid Id,
    string Name,
    IReadOnlyList<string> Aliases,
    DateTimeOffset? Began,
    bool Locked,
    bool GuestsMuted,
    IReadOnlyList<LiveParticipant> Participants,
    IReadOnlyList<LiveBreakout> Breakouts)
{
    public static LiveBody Of(Conference now, Listing? listing) => new(
        now.Id.Value,
        listing?.Name ?? $"{now.Id}",
        listing?.Aliases ?? [],
        now.Meeting?.BeganAt,
        now.Main.Locked,
        now.Main.GuestsMuted,
        [.. now.Participants.Values.OrderBy(participant => participant.JoinedAt).Select(LiveParticipant.Of)],
        [.. now.Rooms.Values.Where(room => room.Breakout is not null).Select(room => LiveBreakout.Of(room, room.Breakout!, now.In(room.Id).Count()))]);
}

/// <summary>Somebody who is in a conference, waits outside, or is being called.</summary>
public sealed record LiveParticipant(
    Guid Uuid,
    string DisplayName,
    Role Role,
    Guid? Breakout,
    DateTimeOffset Joined,
    bool Waiting,
    bool Connecting,
    bool DialledOut,
    bool HasMedia,
    bool Muted,
    bool Presenting,
    DateTimeOffset? HandRaised,
    string Protocol,
    string Vendor,
    string JoinedBy,
    string? Account)
{
    public static LiveParticipant Of(Participant participant) => new(
        participant.Id.Value,
        participant.Name,
        participant.Role,
        participant.Room.IsMain ? null : participant.Room.Value,
        participant.JoinedAt,
        participant.Waiting,
        participant.Connecting,
        participant.DialledOut,
        participant.HasMedia,
        participant.Muted,
        participant.Presenting,
        participant.HandRaisedAt,
        participant.Protocol,
        participant.Vendor,
        participant.LocalAlias.Length > 0 ? participant.LocalAlias : participant.Uri,
        participant.Account);
}

/// <summary>A breakout of a running meeting.</summary>
public sealed record LiveBreakout(Guid Id, string Name, int Participants, bool Locked, DateTimeOffset? Ends)
{
    public static LiveBreakout Of(Room room, Breakout breakout, int participants) =>
        new(room.Id.Value, breakout.Name, participants, room.Locked, breakout.EndsAt);
}
