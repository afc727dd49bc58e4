using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences;

/// <summary>Names one conference and its one log; aliases may be many and may change, this never does.</summary>
[JsonConverter(typeof(TextJson<ConferenceId>))]
public readonly record struct ConferenceId(Guid Value) : IParsable<ConferenceId>, IComparable<ConferenceId>
{
    public static ConferenceId New() => new(Guid.CreateVersion7());

    public static ConferenceId Parse(string s, IFormatProvider? provider = null) => new(Guid.ParseExact(s, "D"));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConferenceId result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value);
        result = new ConferenceId(value);
        return parsed;
    }

    public int CompareTo(ConferenceId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
