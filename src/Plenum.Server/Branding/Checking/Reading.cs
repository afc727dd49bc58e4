using System.Text.Json;

namespace Plenum.Server.Branding.Checking;

/// <summary>Reads values of a file by others as the app does: without trusting their types.</summary>
internal static class Reading
{
    /// <summary>A text, also where somebody wrote a number; null when it is neither, or empty.</summary>
    public static string? TextOf(this LocatedJson value, string member) =>
        value[member] is { Kind: JsonValueKind.String or JsonValueKind.Number, Text: var text } && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>Yes and no as people write them; null when it is neither.</summary>
    public static bool? FlagOf(this LocatedJson value, string member) => value[member] switch
    {
        { Kind: JsonValueKind.True } => true,
        { Kind: JsonValueKind.False } => false,
        { Text: var text } when text.ToLowerInvariant() is "true" or "yes" or "1" => true,
        { Text: var text } when text.ToLowerInvariant() is "false" or "no" or "0" => false,
        _ => null,
    };

    /// <summary>A list of words, also where somebody wrote a single one without brackets; null when it is none.</summary>
    public static IReadOnlyList<LocatedJson>? WordsOf(this LocatedJson value, string member) => value[member] switch
    {
        { Kind: JsonValueKind.Array, Items: var items } => items,
        { Kind: JsonValueKind.String } one => [one],
        _ => null,
    };

    /// <summary>Nothing there, or plainly nothing.</summary>
    public static bool Lacks(this LocatedJson value, string member) => value[member] is null or { Kind: JsonValueKind.Null };
}
