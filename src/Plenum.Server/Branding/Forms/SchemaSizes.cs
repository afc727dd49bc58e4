using System.Globalization;
using System.Text.Json;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Forms;

/// <summary>Bounds, pattern and format of one setting, read from its schema; what cannot be used is named and ignored.</summary>
internal sealed class SchemaSizes(string file, Findings findings, LocatedJson schema, string setting)
{
    public double? Number(string keyword)
    {
        if (schema[keyword] is not { } json) return null;
        if (json.Is(JsonValueKind.Number) && double.TryParse(json.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        Ignored(json, keyword, "it is no number");
        return null;
    }

    public int Count(string keyword, int usual)
    {
        if (Number(keyword) is not { } number) return usual;
        if (number >= 0 && number == Math.Floor(number)) return (int)Math.Min(number, Math.Max(usual, TextField.Longest));
        Ignored(schema[keyword]!, keyword, "it is a whole number from 0");
        return usual;
    }

    public TextPattern? Pattern()
    {
        if (schema["pattern"] is not { } json) return null;
        var (pattern, why) = json.Is(JsonValueKind.String) ? TextPattern.Of(json.Text) : (null, "it is no text");
        if (why is not null) Ignored(json, "pattern", why);
        return pattern;
    }

    public string? Format()
    {
        if (schema["format"] is not { } json) return null;
        if (TextField.Formats.Contains(json.Text)) return json.Text;
        Ignored(json, "format", $"the formats are {string.Join(", ", TextField.Formats)}");
        return null;
    }

    private void Ignored(LocatedJson at, string keyword, string why) =>
        findings.Warn(file, at.Line, $"\"{keyword}\" of the setting {setting} is ignored: {why}.");
}
