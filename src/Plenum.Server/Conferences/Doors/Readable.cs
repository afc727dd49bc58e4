using System.Text.Json;
using System.Text.Unicode;

namespace Plenum.Server.Conferences.Doors;

/// <summary>
/// JSON whose every text can be kept and told again exactly as it was said. Storages replace a null character or half a
/// surrogate pair, so a replay would differ from what was heard live: such a body is not let in.
/// </summary>
internal static class Readable
{
    /// <exception cref="JsonException">It is no JSON at all.</exception>
    public static bool Whole(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return false;
        if (json.IndexOf("\\u"u8) < 0) return true;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true } && !Sound(ref reader)) return false;
        }

        return true;
    }

    private static bool Sound(ref Utf8JsonReader reader)
    {
        try
        {
            return !reader.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // The reader's way of saying that an escape stands for half a character.
            return false;
        }
    }
}
