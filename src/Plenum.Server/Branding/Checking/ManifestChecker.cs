using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Checking;

/// <summary>Reads <c>manifest.json</c>: the branding's id, and the flags that each let their part be used.</summary>
internal static partial class ManifestChecker
{
    private const string File = Manifest.File;

    public static Manifest Check(PackageFiles files, Findings findings)
    {
        var (styles, watermark) = (files.HasFolder("styles"), files.HasFolder("watermark"));
        if (files.Find(File) is not { } bytes)
        {
            findings.Warn(File, null, "manifest.json is missing; one is made with a new brandingID that uses all that is there. The guides ask for one: {\"brandingID\": \"1\", \"isSettingsBranded\": true}.");
            return new Manifest(null, true, watermark, styles);
        }
        if (LocatedJson.Read(File, bytes, findings) is not { } json) return new Manifest(null, true, false, false);
        if (!json.Is(JsonValueKind.Object))
        {
            findings.Error(File, json.Line, "manifest.json is an object in curly brackets, such as {\"brandingID\": \"1\", \"isSettingsBranded\": true}; write one.");
            return new Manifest(null, true, false, false);
        }
        if (!json.Lacks("customModules")) findings.Warn(File, json.LineOf("customModules"), "\"customModules\" is not supported and ignored; make each of them a plugin.");
        return new Manifest(
            Id(json, findings),
            Flag(json, "isSettingsBranded", "settings.json", files.Find(SettingsChecker.File) is not null, findings),
            Flag(json, "isWatermarkBranded", "watermark/", watermark, findings),
            Flag(json, "isStylesBranded", "styles/", styles, findings));
    }

    private static string? Id(LocatedJson json, Findings findings)
    {
        if (json.TextOf("brandingID") is not { } id)
        {
            var misspelt = json.Members.Keys.FirstOrDefault(name => name.Equals("brandingID", StringComparison.OrdinalIgnoreCase) && name != "brandingID");
            findings.Warn(File, json.LineOf(misspelt ?? "brandingID"), misspelt is null
                ? "\"brandingID\" is missing or empty; one is made from the content. The guides ask for a new text or number with every upload."
                : $"\"{misspelt}\" is spelt brandingID; until then one is made from the content.");
            return null;
        }
        if (Usable().IsMatch(id)) return id;
        findings.Error(File, json.LineOf("brandingID"), "\"brandingID\" is a text or a number of at most 64 letters, digits, dots, dashes and underscores; choose another, such as the time: \"1521829718679\".");
        return null;
    }

    private static bool Flag(LocatedJson json, string name, string part, bool there, Findings findings)
    {
        var line = json.LineOf(name);
        var flag = json.FlagOf(name);
        if (flag is not null && !json[name]!.Is(flag.Value ? JsonValueKind.True : JsonValueKind.False))
            findings.Warn(File, line, $"\"{name}\" is read as {(flag.Value ? "true" : "false")}; write it so, without quotes.");
        if (flag is null && !json.Lacks(name)) findings.Warn(File, line, $"\"{name}\" is neither true nor false; write one of them.");
        // A package of nothing but plugins says no more than it must, and only a plain no keeps its plugins out.
        var used = flag ?? (name == "isSettingsBranded");
        if (there && !used)
            findings.Warn(File, line, $"{part} is there but not used, because \"{name}\" is {(flag is null ? "not there" : "false")}; set it to true to use it.");
        if (there && used && flag is null) findings.Warn(File, line, $"\"{name}\" is not there, and {part} is used all the same; other servers need it to be true.");
        if (!there && flag is true) findings.Warn(File, line, $"\"{name}\" is true, but {part} is missing; add it, or set the flag to false.");
        return used;
    }

    [GeneratedRegex(@"\A[\w.+-]{1,64}\z", RegexOptions.ECMAScript)]
    private static partial Regex Usable();
}
