using System.Globalization;
using System.Text.Json;

namespace Plenum.Server.Branding.Forms;

/// <summary>A number, perhaps a whole one, perhaps within bounds.</summary>
public sealed record NumberField(string Name) : SettingField(Name)
{
    /// <summary>Beyond it, a script would read another whole number than was written.</summary>
    private const double Exact = 9007199254740991;

    public bool Whole { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public static string Spelt(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    internal override IEnumerable<Mistake> Judge(JsonElement value, string path)
    {
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number)) return [new(path, Whole ? "This must be a whole number." : "This must be a number.")];
        if (Whole && (number != Math.Floor(number) || Math.Abs(number) > Exact)) return [new(path, "This must be a whole number.")];
        if (number < Minimum) return [new(path, $"This is at least {Spelt(Minimum.Value)}.")];
        return number > Maximum ? [new(path, $"This is at most {Spelt(Maximum.Value)}.")] : [];
    }
}
