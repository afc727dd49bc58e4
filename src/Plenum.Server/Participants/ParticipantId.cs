using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>Names one participant of one conference. Random, and not a right by itself: rights come from the token.</summary>
[JsonConverter(typeof(TextJson<ParticipantId>))]
public readonly record struct ParticipantId(Guid Value) : IParsable<ParticipantId>, IComparable<ParticipantId>
{
    public static ParticipantId New() => new(Guid.NewGuid());

    public static ParticipantId Parse(string s, IFormatProvider? provider = null) => new(Guid.ParseExact(s, "D"));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ParticipantId result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value);
        result = new ParticipantId(value);
        return parsed;
    }

    public int CompareTo(ParticipantId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
