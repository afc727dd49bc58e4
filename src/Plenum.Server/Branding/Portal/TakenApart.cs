using System.Text.Json;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Portal;

/// <summary>A package as a customization: its plugins, colours and texts can be changed, and everything else goes along as files.</summary>
internal static class TakenApart
{
    public static Draft Of(Customization begun, IReadOnlyDictionary<string, byte[]> package, OfficialPlugins official)
    {
        var files = package.ToDictionary();
        var judged = PackageChecker.Check(package);
        SetAside(files, "styles", judged.Manifest.Styles);
        SetAside(files, "watermark", judged.Manifest.Watermark);
        var picked = judged.Plugins.Select(plugin => Picked(plugin, files, official)).OfType<PickedPlugin>()
            .Select(plugin => judged.Manifest.Settings ? plugin : plugin with { Enabled = false }).ToList();
        var taken = begun with { Plugins = picked, Texts = Texts(files) };
        if (files.Remove(PortalStyle.File, out var sheet))
        {
            if (PortalStyle.Read(sheet, BrandPicture.Logo.In(files)) is { } style) taken = taken with { BrandName = style.BrandName, Colours = style.Colours };
            else files[PortalStyle.ChangedByHand] = sheet;
        }
        return new Draft(taken, new Dictionary<string, IReadOnlyDictionary<string, string>>(), files);
    }

    /// <summary>What the manifest kept out stays out, since the flags of a built package are true for what is there.</summary>
    private static void SetAside(Dictionary<string, byte[]> files, string folder, bool used)
    {
        if (used) return;
        foreach (var path in files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).ToList())
        {
            files[$"unused/{path}"] = files[path];
            files.Remove(path);
        }
    }

    private static PickedPlugin? Picked(PackagedPlugin plugin, Dictionary<string, byte[]> files, OfficialPlugins official)
    {
        if (PluginCard.Read(plugin.File, files, plugin.Id) is not { } card) return null;
        var ours = official.Find(card.Id) is { } same && same.Card.File == card.File && Same(same, files) ? same : null;
        var picked = PickedPlugin.Of(card, ours is not null) with { Enabled = plugin.Enabled, Settings = Settings(card, files) };
        if (ours is null) return picked;
        foreach (var path in files.Keys.Where(path => path.StartsWith(card.Folder, StringComparison.Ordinal)).ToList()) files.Remove(path);
        return picked with
        {
            Roles = card.Roles.SequenceEqual(ours.Card.Roles) ? null : card.Roles,
            Platforms = card.Platforms.SequenceEqual(ours.Card.Platforms) ? null : card.Platforms,
        };
    }

    /// <summary>Whether a plugin of a package is the program's own, but for what the portal writes into it.</summary>
    private static bool Same(OfficialPlugin official, Dictionary<string, byte[]> files) => PluginCard.Read(official.Card.File, files)?.Version == official.Card.Version
        && files.Keys.Where(path => path.StartsWith(official.Card.Folder, StringComparison.Ordinal)).Append(official.Card.File).Concat(official.Files.Keys).Distinct()
            .Where(path => path != official.Card.File && path != official.Card.SettingsFile)
            .All(path => official.Files.TryGetValue(path, out var ours) && files.TryGetValue(path, out var theirs) && ours.AsSpan().SequenceEqual(theirs));

    /// <summary>Settings that a package has and that fit the form; what else is in the file stays there.</summary>
    private static Dictionary<string, JsonElement> Settings(PluginCard card, Dictionary<string, byte[]> files)
    {
        if (card.Schema.Fields.Count == 0 || JsonFile.Read(files, card.SettingsFile) is not { } there) return [];
        var values = there.Where(value => card.Schema.Fields.Any(field => field.Name == value.Key && !field.Secret))
            .ToDictionary(value => value.Key, value => JsonSerializer.SerializeToElement(value.Value));
        var wrong = card.Schema.Judge(values, card.Schema.Secrets.Select(field => field.Name).ToHashSet()).Select(mistake => mistake.Path.Split('.', '[')[0]).ToHashSet();
        return values.Where(value => !wrong.Contains(value.Key)).ToDictionary();
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Texts(Dictionary<string, byte[]> files)
    {
        var texts = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var language in Languages.Spoken)
            if (JsonFile.Read(files, PortalTexts.FileOf(language)) is { } file && PortalTexts.Read(file) is { } said)
            {
                texts[language] = said;
                files.Remove(PortalTexts.FileOf(language));
            }
        return texts;
    }
}
