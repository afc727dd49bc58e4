using System.Collections.Immutable;

namespace Plenum.Server.Participants.Tokens;

/// <summary>
/// Which tickets and passes no longer let anybody in: those that were used, and those of people whom somebody else removed. Official
/// clients give their old token back before they show a ticket, so leaving by oneself voids none. Kept across meetings, for
/// as long as a ticket can be good.
/// </summary>
public sealed record TicketBook
{
    public static readonly TicketBook Blank = new();

    public ImmutableSortedDictionary<string, DateTimeOffset> Used { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    public ImmutableSortedDictionary<ParticipantId, DateTimeOffset> Removed { get; init; } =
        ImmutableSortedDictionary<ParticipantId, DateTimeOffset>.Empty;

    /// <summary>Who was sent away by a host or by an administrator: they are told so when they knock again, and their pass is void.</summary>
    public ImmutableSortedDictionary<ParticipantId, SentAway> SentAway { get; init; } = ImmutableSortedDictionary<ParticipantId, SentAway>.Empty;

    public bool Refuses(string ticket, ParticipantId admits) => Used.ContainsKey(ticket) || Removed.ContainsKey(admits);

    public TicketBook Use(string ticket, DateTimeOffset at) => this with { Used = Fresh(Used, at).SetItem(ticket, at) };

    public TicketBook Remove(ParticipantId id, DateTimeOffset at) => this with { Removed = Fresh(Removed, at).SetItem(id, at) };

    public TicketBook SendAway(ParticipantId id, string reason, DateTimeOffset at) => this with
    {
        SentAway = SentAway.RemoveRange(SentAway.Where(note => note.Value.At + Ticket.Lifetime < at).Select(note => note.Key)).SetItem(id, new SentAway(reason, at)),
    };

    private static ImmutableSortedDictionary<TKey, DateTimeOffset> Fresh<TKey>(ImmutableSortedDictionary<TKey, DateTimeOffset> noted, DateTimeOffset at)
        where TKey : notnull => noted.RemoveRange(noted.Where(note => note.Value + Ticket.Lifetime < at).Select(note => note.Key));
}

/// <summary>Somebody was removed: why, as they would have been told, and when.</summary>
public sealed record SentAway(string Reason, DateTimeOffset At);
