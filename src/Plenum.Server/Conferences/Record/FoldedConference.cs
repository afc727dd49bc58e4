using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences.Record;

/// <summary>A conference's state in a form that is the same, byte for byte, for the same log.</summary>
internal sealed record FoldedConference(
    ConferenceId Id,
    long Version,
    DateTimeOffset LastEventAt,
    Meeting? Meeting,
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<FoldedUse> UsedTickets,
    IReadOnlyList<FoldedDeparture> Removed,
    IReadOnlyList<FoldedSending> SentAway)
{
    /// <summary>Changes whenever the shape of the state changes, so that an old snapshot is never misread.</summary>
    public static readonly string Stamp = Shape(EventJson.Default.FoldedConference);

    public static FoldedConference Of(Conference conference) => new(
        conference.Id,
        conference.Version,
        conference.LastEventAt,
        conference.Meeting,
        [.. conference.Rooms.Values],
        [.. conference.Participants.Values],
        [.. conference.Tickets.Used.Select(used => new FoldedUse(used.Key, used.Value))],
        [.. conference.Tickets.Removed.Select(gone => new FoldedDeparture(gone.Key, gone.Value))],
        [.. conference.Tickets.SentAway.Select(sent => new FoldedSending(sent.Key, sent.Value.Reason, sent.Value.At))]);

    public Conference Unfold() => new(Id)
    {
        Version = Version,
        LastEventAt = LastEventAt,
        Meeting = Meeting,
        Rooms = Rooms.ToImmutableSortedDictionary(room => room.Id, room => room),
        Participants = Participants.ToImmutableSortedDictionary(participant => participant.Id, participant => participant),
        Tickets = new TicketBook
        {
            Used = UsedTickets.ToImmutableSortedDictionary(used => used.Ticket, used => used.At),
            Removed = Removed.ToImmutableSortedDictionary(gone => gone.Id, gone => gone.At),
            SentAway = SentAway.ToImmutableSortedDictionary(sent => sent.Id, sent => new SentAway(sent.Reason, sent.At)),
        },
    };

    public LogSnapshot ToSnapshot() => new(Id, Version, Stamp, ToText());

    public string ToText() => JsonSerializer.Serialize(this, EventJson.Default.FoldedConference);

    public static Conference FromSnapshot(LogSnapshot snapshot) =>
        JsonSerializer.Deserialize(snapshot.Body, EventJson.Default.FoldedConference)!.Unfold();

    internal static string Shape(JsonTypeInfo type)
    {
        var shape = new StringBuilder();
        Describe(type, [], shape);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape.ToString())))[..16];
    }

    private static void Describe(JsonTypeInfo type, HashSet<Type> seen, StringBuilder shape)
    {
        if (!seen.Add(type.Type)) return;
        shape.Append(type.Type.FullName).Append(type.Kind).Append('{');
        foreach (var property in type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            shape.Append(property.Name).Append(':').Append(property.PropertyType.FullName).Append(';');
        }

        shape.Append('}');
        foreach (var property in type.Properties)
        {
            foreach (var part in Parts(property.PropertyType))
            {
                if (type.Options.TryGetTypeInfo(part, out var known)) Describe(known, seen, shape);
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().Append(type) : [type];
}

/// <summary>Somebody whose ticket must not lead them back in.</summary>
internal sealed record FoldedDeparture(ParticipantId Id, DateTimeOffset At);

/// <summary>Somebody whom a host or an administrator removed.</summary>
internal sealed record FoldedSending(ParticipantId Id, string Reason, DateTimeOffset At);

/// <summary>A ticket that was used, and when.</summary>
internal sealed record FoldedUse(string Ticket, DateTimeOffset At);
