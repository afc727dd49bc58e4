using System.Reflection;

namespace Plenum.Server.Hosting.Settings;

/// <summary>Which keys exist, as the settings record says; nothing is listed twice.</summary>
internal static class SettingsShape
{
    public static IEnumerable<string> Unknown(IConfigurationSection section) => Unknown(section, typeof(ServerSettings));

    /// <summary>A list may be written as one text with commas, since environment variables know no lists.</summary>
    public static void SplitLists(IConfigurationSection section) => SplitLists(section, typeof(ServerSettings));

    private static IEnumerable<string> Unknown(IConfigurationSection section, Type type) =>
        section.GetChildren().SelectMany(child => Property(type, child.Key) switch
        {
            null => [child.Path],
            { PropertyType: var inner } when IsSection(inner) => Unknown(child, inner),
            { PropertyType: var inner } when IsList(inner) => [],
            _ => child.GetChildren().Select(grandchild => grandchild.Path),
        });

    private static void SplitLists(IConfigurationSection section, Type type)
    {
        foreach (var child in section.GetChildren().ToList())
        {
            var inner = Property(type, child.Key)?.PropertyType;
            if (inner is not null && IsSection(inner))
                SplitLists(child, inner);
            else if (inner is not null && IsList(inner) && child.Value is { } text)
                Split(child, text);
        }
    }

    private static void Split(IConfigurationSection list, string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A shorter text replaces a longer list whole: places left over repeat its last entry.
        var places = Math.Max(parts.Length, list.GetChildren().Count());
        for (var place = 0; place < places && parts.Length > 0; place++)
            list[$"{place}"] = parts[Math.Min(place, parts.Length - 1)];
        list.Value = null;
    }

    private static PropertyInfo? Property(Type type, string key) =>
        type.GetProperty(key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    private static bool IsList(Type type) => type.IsGenericType;

    private static bool IsSection(Type type) => !type.IsGenericType && type.Namespace?.StartsWith("Plenum", StringComparison.Ordinal) == true;
}
