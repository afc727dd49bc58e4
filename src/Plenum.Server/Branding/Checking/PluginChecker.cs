using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plenum.Server.Branding.Forms;

namespace Plenum.Server.Branding.Checking;

/// <summary>Reads a plugin's package file and the script that it names, with everything tolerated that real ones ship.</summary>
internal sealed partial class PluginChecker(PackageFiles files, Findings findings)
{
    private const int MostCalls = 5;

    public PackagedPlugin Check(SettingsChecker.Entry entry)
    {
        var nobody = new PackagedPlugin(entry.Id, entry.Id, "", entry.SrcUrl, entry.Enabled);
        if (Find(SettingsChecker.File, entry.Line, entry.SrcUrl, "", $"The package file of {entry.Id}") is not { } path) return nobody;
        nobody = nobody with { File = path };
        if (LocatedJson.Read(path, files.Find(path)!, findings) is not { } json) return nobody;
        if (!json.Is(JsonValueKind.Object))
        {
            findings.Error(path, json.Line, "A package file is an object in curly brackets; write one.");
            return nobody;
        }
        var id = Id(path, json, entry.Id);
        var script = Script(path, json, id);
        Words(path, json, "platforms", "platform", ["web", "electron", "ios", "android"]);
        Words(path, json, "participantRoles", "role", ["chair", "guest", "host"]);
        if (json.TextOf("name") is null) findings.Warn(path, json.LineOf("name"), $"\"name\" is missing; Settings > Plugins shows the id {id} instead.");
        if (!json.Lacks("allowUnload") && json.FlagOf("allowUnload") is null) findings.Warn(path, json.LineOf("allowUnload"), "\"allowUnload\" is neither true nor false; it is taken as true.");
        new MenuChecker(files, findings, path).Check(json, script?.Text);
        SchemaReader.Read(path, json, findings);
        return new PackagedPlugin(id, json.TextOf("name") ?? id, json.TextOf("version") ?? "", path, entry.Enabled) { Script = script?.Path };
    }

    private string Id(string path, LocatedJson json, string listed)
    {
        if (json.TextOf("id") is not { } id)
        {
            findings.Warn(path, json.LineOf("id"), $"\"id\" is missing; settings.json calls the plugin {listed}, and so should this file.");
            return listed;
        }
        if (PluginIds.Wrong(id) is { } wrong)
        {
            findings.Error(path, json.LineOf("id"), $"The id \"{id}\" {wrong}.");
            return listed;
        }
        if (id != listed) findings.Warn(path, json.LineOf("id"), $"The id is {id} here and {listed} in settings.json; make them the same.");
        return id;
    }

    /// <summary>Where the script is and what stands in it, or null when there is none to look into.</summary>
    private (string Path, string Text)? Script(string path, LocatedJson json, string id)
    {
        var line = json.LineOf("srcURL");
        if (json.TextOf("srcURL") is not { } address)
        {
            findings.Error(path, line, "\"srcURL\" is missing, so there is no script to load; add the path of the script from this file.");
            return null;
        }
        if (Find(path, line, address, PackageFiles.FolderOf(path), "The script") is not { } script) return null;
        var text = Encoding.UTF8.GetString(files.Find(script)!);
        if (string.IsNullOrWhiteSpace(text)) findings.Error(script, null, "The script is empty; was it saved?");
        else if (text.TrimStart() is ['<', ..]) findings.Error(script, 1, "The script begins with <, so it is a page and not JavaScript; was an error page saved in its place?");
        else if (!text.Contains("registerPlugin", StringComparison.Ordinal))
            findings.Warn(script, null, "The script never calls PEX.pluginAPI.registerPlugin, so its plugin never starts; call it with { id, load, unload }.");
        else if (Registered().Match(text) is { Success: true } found && found.Groups[1].Value != id)
            findings.Warn(script, text.AsSpan(0, found.Index).Count('\n') + 1, $"The script registers as {found.Groups[1].Value}, but its package file says {id}; make them the same.");
        foreach (var call in Insecure().Matches(text).DistinctBy(call => call.Groups[1].Value).Take(MostCalls))
            findings.Warn(script, text.AsSpan(0, call.Index).Count('\n') + 1, $"The script names {call.Groups[1].Value}: browsers refuse plain http: from a page that came by https: (mixed content), so use https:.");
        return (script, text);
    }

    private void Words(string path, LocatedJson json, string member, string what, string[] known)
    {
        if (json.Lacks(member)) return;
        if (json.WordsOf(member) is not { } words)
        {
            findings.Warn(path, json.LineOf(member), $"\"{member}\" is a list in square brackets; as it is, the plugin is for every {what}.");
            return;
        }
        foreach (var word in words.Where(word => !word.Is(JsonValueKind.String) || !known.Contains(word.Text.ToLowerInvariant())))
            findings.Warn(path, word.Line, $"There is no {what} \"{word.Text}\"; the {what}s are {string.Join(", ", known.Where(name => name != "host"))}.");
    }

    private string? Find(string file, int line, string address, string folder, string what)
    {
        var to = PackageFiles.Resolve(address, folder);
        if (to.Why is { } why)
        {
            findings.Error(file, line, $"{what} cannot be at \"{address}\": {why}.");
            return null;
        }
        if (files.Find(to.Path) is not null) return to.Path;
        findings.Error(file, line, files.WithOtherCapitals(to.Path) is { } other
            ? $"{what} is called {other}, not {to.Path}: capitals matter; make them the same."
            : $"{what} is missing: there is no {to.Path} in the package; add it, or correct \"{address}\".");
        return null;
    }

    [GeneratedRegex(@"registerPlugin\s*\(\s*\{[^{}]*?\bid\s*:\s*['""]([^'""]{1,200})['""]", RegexOptions.None, 500)]
    private static partial Regex Registered();

    /// <summary>Names of XML vocabularies and this very computer are no calls.</summary>
    [GeneratedRegex(@"['""`]((?:http|ws)://(?!www\.w3\.org/|localhost\b|127\.)[^'""`\s/]{1,200})", RegexOptions.IgnoreCase)]
    private static partial Regex Insecure();
}
