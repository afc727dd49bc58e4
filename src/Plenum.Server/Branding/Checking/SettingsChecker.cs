using System.Text.Json;

namespace Plenum.Server.Branding.Checking;

/// <summary>Reads <c>settings.json</c>: which plugins there are.</summary>
internal static class SettingsChecker
{
    public const string File = "settings.json";
    private const int MostPlugins = 100;

    /// <summary>A plugin as the settings list it.</summary>
    internal sealed record Entry(string Id, string SrcUrl, bool Enabled, int Line);

    public static IReadOnlyList<Entry> Check(PackageFiles files, Findings findings)
    {
        if (files.Find(File) is not { } bytes || LocatedJson.Read(File, bytes, findings) is not { } json) return [];
        if (!json.Is(JsonValueKind.Object))
        {
            findings.Error(File, json.Line, "settings.json is an object in curly brackets, such as {\"plugins\": []}; write one.");
            return [];
        }
        if (json["plugins"] is not { } plugins) return [];
        if (!plugins.Is(JsonValueKind.Array))
        {
            findings.Error(File, plugins.Line, "\"plugins\" is a list in square brackets; put them around it.");
            return [];
        }
        if (plugins.Items.Count > MostPlugins)
        {
            findings.Error(File, plugins.Line, $"{plugins.Items.Count} plugins are listed; there may be {MostPlugins}.");
            return [];
        }
        return Entries(plugins, findings);
    }

    private static List<Entry> Entries(LocatedJson plugins, Findings findings)
    {
        var entries = new List<Entry>();
        foreach (var (index, item) in plugins.Items.Index())
        {
            if (item.TextOf("srcURL") is not { } address)
            {
                findings.Error(File, item.Line, $"Plugin {index + 1} has no \"srcURL\", so it cannot be found; add the path of its package file.");
                continue;
            }
            if (item.TextOf("id") is not { } id)
            {
                findings.Warn(File, item.Line, $"Plugin {index + 1} has no \"id\"; add the one of its package file.");
                id = address;
            }
            else if (PluginIds.Wrong(id) is { } wrong)
            {
                findings.Error(File, item.LineOf("id"), $"The id \"{id}\" {wrong}.");
                continue;
            }
            if (entries.Find(known => known.Id == id) is { } twin)
            {
                if (twin.SrcUrl == address) findings.Warn(File, item.Line, $"The plugin {id} is listed twice, here and on line {twin.Line}; the second is ignored.");
                else findings.Error(File, item.LineOf("id"), $"Two plugins have the id {id}, this one and that of line {twin.Line}; give each its own.");
                continue;
            }
            entries.Add(new Entry(id, address, Enabled(item, id, findings), item.Line));
        }
        return entries;
    }

    private static bool Enabled(LocatedJson item, string id, Findings findings)
    {
        var enabled = item.FlagOf("enabled");
        if (enabled is null) findings.Warn(File, item.LineOf("enabled"), $"\"enabled\" of the plugin {id} is neither true nor false; it is taken as true.");
        return enabled ?? true;
    }
}
