using System.Text.Json;

namespace Plenum.Server.Branding.Portal;

/// <summary>
/// A branding in the making: what an administrator picked and set, by a name. It becomes a package when it is built. What is
/// neither a plugin of the program nor set here lies in its files, which go along as they are.
/// </summary>
public sealed record Customization(Guid Id, string Name)
{
    public const int LongestName = 100;

    /// <summary>What it was begun from, in words; empty when from nothing.</summary>
    public string From { get; init; } = "";

    /// <summary>In the order in which the app starts them.</summary>
    public IReadOnlyList<PickedPlugin> Plugins { get; init; } = [];

    /// <summary>The name that the app shows in place of ours; empty leaves it.</summary>
    public string BrandName { get; init; } = "";

    /// <summary>Colours of the app by their names (see <see cref="AppColours"/>); what is not named stays.</summary>
    public IReadOnlyDictionary<string, Shade> Colours { get; init; } = new Dictionary<string, Shade>();

    /// <summary>Texts of the app by language and then by area and name, such as <c>joining.landingTitle</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();
}

/// <summary>A colour in daylight and one in the dark; null leaves the app's own.</summary>
public sealed record Shade(string? Light, string? Dark);

/// <summary>A plugin of a customization.</summary>
public sealed record PickedPlugin(string Id, string File, bool Official)
{
    /// <summary>As they were when it was picked, for lists.</summary>
    public string Name { get; init; } = Id;

    public string Version { get; init; } = "";

    public bool Enabled { get; init; } = true;

    /// <summary>Null is what the plugin's package says.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    public IReadOnlyList<string>? Platforms { get; init; }

    /// <summary>What was set; secrets are kept apart.</summary>
    public IReadOnlyDictionary<string, JsonElement> Settings { get; init; } = new Dictionary<string, JsonElement>();

    public static PickedPlugin Of(PluginCard card, bool official) => new(card.Id, card.File, official) { Name = card.Name, Version = card.Version };
}
