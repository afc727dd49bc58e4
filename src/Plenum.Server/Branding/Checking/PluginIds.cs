namespace Plenum.Server.Branding.Checking;

/// <summary>What a plugin, a menu item or a function may be called: names end up as keys of objects in browsers.</summary>
internal static class PluginIds
{
    private const int Longest = 200;

    /// <summary>Why a name cannot be used, or null.</summary>
    public static string? Wrong(string name) =>
        name is "__proto__" or "constructor" or "prototype" ? "is a name that JavaScript keeps for itself; choose another"
        : name.Length > Longest ? $"has more than {Longest} characters; choose a shorter one"
        : name.Any(letter => char.IsControl(letter) || letter is '<' or '>' or '"' or '\'' or '&' or '`') ? "has quotes, angle brackets or controls in it; choose another"
        : null;
}
