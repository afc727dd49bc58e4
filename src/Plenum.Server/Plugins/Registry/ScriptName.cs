namespace Plenum.Server.Plugins.Registry;

/// <summary>What scripts call a plugin or a listener: letters and digits only, and capitals make a difference.</summary>
internal readonly record struct ScriptName(string Text) : IParsable<ScriptName>
{
    public const int Longest = 100;
    public const string Rule = "A name is 1 to 100 letters (a to z) and digits, without spaces or anything else.";

    public static ScriptName Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var name) ? name : throw new FormatException(Rule);

    public static bool TryParse(string? s, IFormatProvider? provider, out ScriptName result)
    {
        var fits = s is { Length: > 0 and <= Longest } && s.All(char.IsAsciiLetterOrDigit);
        result = fits ? new(s!) : default;
        return fits;
    }

    public override string ToString() => Text;
}
