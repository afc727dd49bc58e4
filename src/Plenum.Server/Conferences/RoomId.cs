using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Plenum.Server.Conferences;

/// <summary>Names a room of a meeting: the main room, or a breakout.</summary>
[JsonConverter(typeof(TextJson<RoomId>))]
public readonly record struct RoomId(Guid Value) : IParsable<RoomId>, IComparable<RoomId>
{
    public static readonly RoomId Main;

    public bool IsMain => Value == Guid.Empty;

    public static RoomId New() => new(Guid.NewGuid());

    public static RoomId Parse(string s, IFormatProvider? provider = null) => new(Guid.ParseExact(s, "D"));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RoomId result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value);
        result = new RoomId(value);
        return parsed;
    }

    public int CompareTo(RoomId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
