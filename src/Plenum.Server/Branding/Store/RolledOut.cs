using System.Text;
using System.Text.Json.Nodes;

namespace Plenum.Server.Branding.Store;

/// <summary>A branding as a conference gets it: without the plugins that are not rolled out to it, and with the roles that they are for.</summary>
internal static class RolledOut
{
    public static BrandingFiles For(BrandingFiles branding, Rollout rollout, Arrival arrival)
    {
        var plugins = branding.Judged.Plugins;
        var gone = plugins.Where(plugin => !rollout.Reaches(plugin.Id, arrival)).Select(plugin => plugin.File).ToHashSet();
        var narrowed = plugins.Where(plugin => !gone.Contains(plugin.File) && rollout.Plugins.TryGetValue(plugin.Id, out var reach) && reach.Roles.Count > 0).ToList();
        if (gone.Count + narrowed.Count == 0) return branding;
        Dictionary<string, byte[]> changed = [];
        if (gone.Count > 0 && Without(branding, gone) is { } settings) changed["settings.json"] = settings;
        foreach (var plugin in narrowed)
            if (Narrowed(branding, plugin.File, rollout.Plugins[plugin.Id].Roles) is { } package) changed[plugin.File] = package;
        return changed.Count == 0 ? branding : branding.With(changed);
    }

    private static byte[]? Without(BrandingFiles branding, HashSet<string> gone)
    {
        if (Read(branding, "settings.json") is not { } settings || settings["plugins"] is not JsonArray list) return null;
        settings["plugins"] = new JsonArray([.. list
            .Where(item => !(item is JsonObject one && one["srcURL"]?.ToString() is { } address && gone.Contains(Checking.PackageFiles.Resolve(address.Trim(), "").Path)))
            .Select(item => item?.DeepClone())]);
        return Encoding.UTF8.GetBytes(settings.ToJsonString());
    }

    private static byte[]? Narrowed(BrandingFiles branding, string file, IReadOnlyList<string> roles)
    {
        if (Read(branding, file) is not { } package) return null;
        var own = (package["participantRoles"] as JsonArray)?.Select(role => role?.ToString()).OfType<string>().Select(role => role == "host" ? "chair" : role).ToList() ?? [];
        var both = own.Count == 0 ? [.. roles] : own.Intersect(roles).ToList();
        // No role at all would be read as every role.
        package["participantRoles"] = new JsonArray([.. (both.Count == 0 ? ["nobody"] : both).Select(role => JsonValue.Create(role))]);
        return Encoding.UTF8.GetBytes(package.ToJsonString());
    }

    private static JsonObject? Read(BrandingFiles branding, string file)
    {
        if (!branding.Files.TryGetValue(file, out var bytes)) return null;
        try
        {
            return JsonNode.Parse(bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0)) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            // A folder may hold what is no JSON; then the plugin does not start anyway.
            return null;
        }
    }
}
