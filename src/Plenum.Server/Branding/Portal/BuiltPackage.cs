using System.Text.Json.Nodes;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Signing;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Branding.Portal;

/// <summary>The package that a customization makes, judged by the same checker as one that is uploaded.</summary>
internal static class BuiltPackage
{
    public static IncomingPackage Of(Draft draft, OfficialPlugins official, long mostBytes)
    {
        var (files, findings) = (draft.Files.ToDictionary(), new Findings());
        // What it began with may have been signed; this is another package.
        files.Remove(PackageSignature.File);
        foreach (var picked in draft.Value.Plugins) Add(picked, draft, official, files, findings);
        files[SettingsChecker.File] = JsonFile.Of(Settings(draft));
        if (PortalStyle.Of(draft.Value.BrandName, draft.Value.Colours, BrandPicture.Logo.In(files)) is { } sheet) files[PortalStyle.File] = sheet;
        foreach (var (language, texts) in draft.Value.Texts.Where(texts => texts.Value.Count > 0))
            files[PortalTexts.FileOf(language)] = JsonFile.Of(PortalTexts.Over(JsonFile.Read(files, PortalTexts.FileOf(language)), texts));
        files[Manifest.File] = JsonFile.Of(ManifestOf(files));
        foreach (var warning in Contrast.Of(draft.Value.Colours)) findings.Warn(PortalStyle.File, null, warning.Message);
        var packed = PackedBranding.Pack(files);
        if (packed.Length > mostBytes) findings.Error("", null, $"The package has {packed.Length / 1024 / 1024} MB packed, and may have {mostBytes / 1024 / 1024} MB; take plugins or files out.");
        var built = IncomingPackage.Of(new MemoryStream(packed));
        return built with { Findings = [.. findings.All, .. built.Findings] };
    }

    private static void Add(PickedPlugin picked, Draft draft, OfficialPlugins official, Dictionary<string, byte[]> files, Findings findings)
    {
        if (picked.Official) foreach (var (path, bytes) in official.Find(picked.Id)?.Files ?? new Dictionary<string, byte[]>()) files[path] = bytes;
        if (draft.Card(picked, official) is not { } card)
        {
            findings.Error(picked.File, null, $"The plugin {picked.Name} does not come with this version of Plenum; take it out.");
            return;
        }
        if ((picked.Roles is not null || picked.Platforms is not null) && JsonFile.Read(files, card.File) is { } package)
        {
            if (picked.Roles is { } roles) package["participantRoles"] = Words(roles);
            if (picked.Platforms is { } platforms) package["platforms"] = Words(platforms);
            files[card.File] = JsonFile.Of(package);
        }
        if (card.Schema.Fields.Count > 0) Set(picked, card, draft, files, findings);
    }

    private static void Set(PickedPlugin picked, PluginCard card, Draft draft, Dictionary<string, byte[]> files, Findings findings)
    {
        foreach (var mistake in card.Schema.Judge(picked.Settings, draft.SecretsOf(picked.Id)))
        {
            var said = $"The setting {mistake.Path} of {picked.Name}: {mistake.Message}";
            if (picked.Enabled) findings.Error(card.SettingsFile, null, said);
            else findings.Warn(card.SettingsFile, null, said);
        }
        var all = JsonFile.Read(files, card.SettingsFile) ?? [];
        foreach (var field in card.Schema.Fields) all.Remove(field.Name);
        foreach (var (name, value) in card.Schema.Filled(picked.Settings).ToList()) all[name] = value?.DeepClone();
        files[card.SettingsFile] = JsonFile.Of(all);
    }

    /// <summary>Whatever else the file said goes along, of plugins too.</summary>
    private static JsonObject Settings(Draft draft)
    {
        var settings = JsonFile.Read(draft.Files, SettingsChecker.File) ?? [];
        var before = (settings["plugins"] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        var plugins = new JsonArray();
        foreach (var picked in draft.Value.Plugins)
        {
            var entry = before.Find(known => known["srcURL"]?.ToString() is { } address && PackageFiles.Resolve(address.Trim(), "").Path == picked.File)?.DeepClone().AsObject()
                ?? new JsonObject { ["id"] = picked.Id, ["srcURL"] = picked.File };
            entry["enabled"] = picked.Enabled;
            plugins.Add(entry);
        }
        settings["plugins"] = plugins;
        return settings;
    }

    /// <summary>The flags are true for what is there, and the id is made from the content: the same content has the same.</summary>
    private static JsonObject ManifestOf(Dictionary<string, byte[]> files)
    {
        var manifest = JsonFile.Read(files, Manifest.File) ?? [];
        manifest.Remove("brandingID");
        manifest["isSettingsBranded"] = true;
        manifest["isWatermarkBranded"] = files.Keys.Any(path => path.StartsWith("watermark/", StringComparison.Ordinal));
        manifest["isStylesBranded"] = files.Keys.Any(path => path.StartsWith("styles/", StringComparison.Ordinal));
        manifest["brandingID"] = $"{Convert.ToUInt64(BrandingFiles.Of(new Dictionary<string, byte[]>(files) { [Manifest.File] = JsonFile.Of(manifest) }).Hash, 16)}";
        return manifest;
    }

    private static JsonArray Words(IReadOnlyList<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);
}
