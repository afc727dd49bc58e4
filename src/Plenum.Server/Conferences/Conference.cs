using System.Collections.Immutable;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences;

/// <summary>
/// What is true of one conference, and what may happen to it. No I/O, no clock. It changes only by applying the events
/// of its log, so the same log always gives the same conference.
/// </summary>
public sealed record Conference(ConferenceId Id)
{
    public long Version { get; init; }

    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>The running meeting, from the first participant to the last; null between meetings.</summary>
    public Meeting? Meeting { get; init; }

    public ImmutableSortedDictionary<RoomId, Room> Rooms { get; init; } = OnlyMain;

    public ImmutableSortedDictionary<ParticipantId, Participant> Participants { get; init; } =
        ImmutableSortedDictionary<ParticipantId, Participant>.Empty;

    public TicketBook Tickets { get; init; } = TicketBook.Blank;

    private static ImmutableSortedDictionary<RoomId, Room> OnlyMain { get; } =
        ImmutableSortedDictionary<RoomId, Room>.Empty.Add(RoomId.Main, new Room(RoomId.Main));

    public Room Main => Rooms[RoomId.Main];

    /// <summary>Everybody at a room, who waits and who is being called as well.</summary>
    public IEnumerable<Participant> At(RoomId room) => Participants.Values.Where(p => p.Room == room);

    public IEnumerable<Participant> In(RoomId room) => At(room).Where(p => p.In);

    public bool AnyHost => Participants.Values.Any(p => p.In && p.IsHost);

    /// <summary>The first line of every decision: who asks, may they, is what they speak of there.</summary>
    public Decision Decide(Command command, Actor by, Circumstances circumstances)
    {
        if (command.Refuse(this, by, circumstances) is { } refusal) return Decision.Refused(refusal);
        return command.Decide(this, by, circumstances);
    }

    /// <summary>One step forward.</summary>
    public Conference Apply(ConferenceEvent happened, DateTimeOffset at) =>
        happened.Apply(this, at) with { Version = Version + 1, LastEventAt = at };

    public Conference With(Participant participant) =>
        this with { Participants = Participants.SetItem(participant.Id, participant) };

    public Conference With(Room room) => this with { Rooms = Rooms.SetItem(room.Id, room) };

    /// <summary>Between meetings nothing of the last one is left but who waits outside, and whose tickets are spent.</summary>
    public Conference Cleared() => this with { Meeting = null, Rooms = OnlyMain };
}

/// <summary>One gathering in a conference's log.</summary>
public sealed record Meeting(Guid Id, DateTimeOffset BeganAt, ConferenceTerms Terms)
{
    /// <summary>When the last host left while guests stayed; null while a host is in or none is needed.</summary>
    public DateTimeOffset? HostsGoneAt { get; init; }
}
