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

    public bool Refuses(string ticket, ParticipantId admits) => Used.ContainsKey(ticket) || Removed.ContainsKey(admits);

    public TicketBook Use(string ticket, DateTimeOffset at) => this with { Used = Fresh(Used, at).SetItem(ticket, at) };

    public TicketBook Remove(ParticipantId id, DateTimeOffset at) => this with { Removed = Fresh(Removed, at).SetItem(id, at) };

    private static ImmutableSortedDictionary<TKey, DateTimeOffset> Fresh<TKey>(ImmutableSortedDictionary<TKey, DateTimeOffset> noted, DateTimeOffset at)
        where TKey : notnull => noted.RemoveRange(noted.Where(note => note.Value + Ticket.Lifetime < at).Select(note => note.Key));
}
