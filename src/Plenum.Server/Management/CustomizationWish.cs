using System.Text.Json;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>What a customization is to be; what is absent stays.</summary>
internal sealed record CustomizationWish
{
    public string? Name { get; init; }

    public string? BrandName { get; init; }

    /// <summary>All colours that are to differ from the app's own.</summary>
    public IReadOnlyDictionary<string, Shade>? Colours { get; init; }

    /// <summary>All texts that are to differ, by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Texts { get; init; }

    /// <summary>The picked plugins in their order: all of them.</summary>
    public IReadOnlyList<PickWish>? Plugins { get; init; }

    public Draft On(Draft draft) => draft with
    {
        Value = draft.Value with
        {
            Name = Name is null ? draft.Value.Name : Called(Name),
            BrandName = BrandName is null ? draft.Value.BrandName : DisplayName.Clean(BrandName, Customization.LongestName),
            Colours = Colours is null ? draft.Value.Colours : Coloured(Colours),
            Texts = Texts is null ? draft.Value.Texts : Said(Texts),
            Plugins = Plugins is null ? draft.Value.Plugins : Ordered(Plugins, draft.Value.Plugins),
        },
    };

    public static string Called(string name) => DisplayName.Clean(name, Customization.LongestName) is { Length: > 0 } clean
        ? clean : throw new Unacceptable("name", "Give it a name.");

    private static Dictionary<string, Shade> Coloured(IReadOnlyDictionary<string, Shade> wanted)
    {
        var colours = new Dictionary<string, Shade>();
        foreach (var (name, shade) in wanted)
        {
            if (AppColours.Find(name) is null) throw new Unacceptable("colours", $"There is no colour {Findings.Printable(name)}; there are {string.Join(", ", AppColours.All.Select(colour => colour.Name))}.");
            var read = new Shade(Coloured(name, shade?.Light), Coloured(name, shade?.Dark));
            if (read != new Shade(null, null)) colours[name] = read;
        }
        return colours;
    }

    private static string? Coloured(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null
        : AppColours.Read(text) ?? throw new Unacceptable($"colours.{name}", $"{AppColours.Find(name)!.Label}: \"{Findings.Printable(text)}\" is no colour; write it as #0a6b5a.");

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Said(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> wanted)
    {
        foreach (var (language, texts) in wanted)
        {
            if (!Languages.Spoken.Contains(language)) throw new Unacceptable("texts", $"The app does not speak \"{Findings.Printable(language)}\"; it speaks {string.Join(", ", Languages.Spoken)}.");
            if (texts is null || texts.Count > PortalTexts.Most) throw new Unacceptable($"texts.{language}", $"texts.{language} is an object of up to {PortalTexts.Most} texts.");
            foreach (var (place, text) in texts)
            {
                if (!PortalTexts.IsPlace(place)) throw new Unacceptable($"texts.{language}", $"\"{Findings.Printable(place)}\" is no place of a text; write area and name with a dot between, such as joining.landingTitle.");
                if (text is not { Length: > 0 and <= PortalTexts.Longest }) throw new Unacceptable($"texts.{language}", $"The text of {place} has 1 to {PortalTexts.Longest} characters.");
            }
        }
        return wanted.Where(texts => texts.Value.Count > 0).ToDictionary();
    }

    private static List<PickedPlugin> Ordered(IReadOnlyList<PickWish> wanted, IReadOnlyList<PickedPlugin> there)
    {
        if (wanted.Count != there.Count || wanted.Any(wish => wish is null) || wanted.Select(wish => wish.Id).Distinct().Count() != there.Count)
            throw new Unacceptable("plugins", "plugins names each plugin of the customization once, in the order that is wanted; others are added and taken out at their own addresses.");
        return [.. wanted.Select((wish, index) => wish.On(there.FirstOrDefault(picked => picked.Id == wish.Id)
            ?? throw new Unacceptable("plugins", $"plugins[{index}].id is none of a plugin of this customization."), $"plugins[{index}]"))];
    }
}

/// <summary>What is wanted of a picked plugin; what is absent stays, and empty lists are what its package says.</summary>
internal sealed record PickWish
{
    public string? Id { get; init; }

    public bool? Enabled { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    public IReadOnlyList<string>? Platforms { get; init; }

    public PickedPlugin On(PickedPlugin picked, string member) => picked with
    {
        Enabled = Enabled ?? picked.Enabled,
        Roles = Roles is null ? picked.Roles : Chosen(Roles, PluginCard.AllRoles, $"{member}.roles"),
        Platforms = Platforms is null ? picked.Platforms : Chosen(Platforms, PluginCard.AllPlatforms, $"{member}.platforms"),
    };

    private static IReadOnlyList<string>? Chosen(IReadOnlyList<string> words, IReadOnlyList<string> known, string member)
    {
        if (words.FirstOrDefault(word => !known.Contains(word)) is { } odd) throw new Unacceptable(member, $"{member} has \"{Findings.Printable(odd)}\"; there are {string.Join(", ", known)}.");
        return words.Count == 0 ? null : [.. known.Where(words.Contains)];
    }
}

/// <summary>A new customization: from nothing, or from the stored branding that is named.</summary>
internal sealed record BeginningWish
{
    public string? Name { get; init; }

    public string? Branding { get; init; }
}

/// <summary>A plugin to pick: an official one, or one of the stored branding that is named.</summary>
internal sealed record PluginWish
{
    public string? Plugin { get; init; }

    public string? Branding { get; init; }
}

/// <summary>All settings of a plugin. A secret that is absent stays, and one that is null goes.</summary>
internal sealed record SettingsWish
{
    public IReadOnlyDictionary<string, JsonElement>? Settings { get; init; }
}
