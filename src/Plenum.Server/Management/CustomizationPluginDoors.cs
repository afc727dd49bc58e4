using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Portal;

namespace Plenum.Server.Management;

/// <summary>The plugins of a customization: picked, set, taken out.</summary>
internal static class CustomizationPluginDoors
{
    private const int Most = 100;

    public static void MapCustomizationPlugins(this IEndpointRouteBuilder all)
    {
        all.MapGet("plugins", Offered).WithName("listPluginsToPick").WithSummary("The plugins that can be picked: official ones, and those of stored brandings");
        all.MapPost("{id:guid}/plugins", Pick).Accepts<PluginWish>("application/json").WithName("pickPlugin").WithSummary("Picks a plugin; those of a stored branding come along with their files").Refuses(404, 409, 415, 422);
        all.MapDelete("{id:guid}/plugins/{plugin}", Drop).WithName("dropPlugin").WithSummary("Takes a plugin out, with its settings and its files").Refuses(404);
        all.MapPut("{id:guid}/plugins/{plugin}/settings", Set).Accepts<SettingsWish>("application/json").WithName("setPluginSettings")
            .WithSummary("Sets what the plugin's settingsSchema lets set; an absent secret stays, one that is null goes")
            .Produces<CustomizationBody>().Produces<SettingsProblem>(422, "application/problem+json").Refuses(404, 415);
    }

    public static async Task<Ok<IReadOnlyList<OfferedBody>>> Offered(Administrator who, Workbench bench, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<OfferedBody>>([.. (await bench.Installed.All(cancellation)).Select(OfferedBody.Of)]);

    public static async Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Pick(Guid id, Sent<PluginWish> sent, Administrator who, Workbench bench, CancellationToken cancellation)
    {
        var plugin = sent.Wish.Plugin ?? throw new Unacceptable("plugin", "plugin is required: the id of one of customizations/plugins.");
        if (sent.Wish.Branding is { Length: > 0 } branding)
            return await bench.Installed.Take(branding, plugin, cancellation) is { } taken
                ? await CustomizationDoors.Changed(id, draft => Brought(draft, taken.Card, taken.Files), $"plugin {plugin} picked from branding {branding}", who, bench, cancellation)
                : Problem.NotFound("plugin in a stored branding");
        return bench.Official.Find(plugin) is { } official
            ? await CustomizationDoors.Changed(id, draft => Added(draft, official.Card, official: true), $"official plugin {plugin} picked", who, bench, cancellation)
            : Problem.NotFound("official plugin");
    }

    public static Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Drop(Guid id, string plugin, Administrator who, Workbench bench, CancellationToken cancellation) =>
        CustomizationDoors.Changed(id, draft => Without(draft, draft.Find(plugin) ?? throw Missing()), $"plugin {plugin} taken out", who, bench, cancellation);

    public static async Task<IResult> Set(Guid id, string plugin, Sent<SettingsWish> sent, Administrator who, Workbench bench, CancellationToken cancellation)
    {
        var values = sent.Wish.Settings ?? throw new Unacceptable("settings", "settings is required: an object with a member for each setting.");
        try
        {
            return (IResult)(await CustomizationDoors.Changed(id, draft => draft.Find(plugin) is null ? throw Missing() : PluginSettings.On(draft, plugin, values, bench.Official), $"settings of the plugin {plugin}", who, bench, cancellation)).Result;
        }
        catch (SettingsRefused refused)
        {
            return SettingsProblem.Of(refused.Mistakes);
        }
    }

    public static Unacceptable Missing() => new("plugin", "There is no plugin with this id in the customization.", StatusCodes.Status404NotFound);

    private static Draft Added(Draft draft, PluginCard card, bool official)
    {
        if (draft.Find(card.Id) is not null) throw new Unacceptable("plugin", $"{card.Name} is picked already.", StatusCodes.Status409Conflict);
        if (draft.Value.Plugins.Count >= Most) throw new Unacceptable("plugin", $"There may be {Most} plugins.", StatusCodes.Status409Conflict);
        if (draft.Value.Plugins.FirstOrDefault(picked => picked.File.StartsWith(card.Folder, StringComparison.OrdinalIgnoreCase))?.Name is { } other
            || (other = draft.Files.Keys.FirstOrDefault(path => path.StartsWith(card.Folder, StringComparison.OrdinalIgnoreCase))) is not null)
            throw new Unacceptable("plugin", $"{card.Name} lies in {card.Folder}, and so does {other}; take that one out first.", StatusCodes.Status409Conflict);
        return draft with { Value = draft.Value with { Plugins = [.. draft.Value.Plugins, PickedPlugin.Of(card, official)] } };
    }

    private static Draft Brought(Draft draft, PluginCard card, IReadOnlyDictionary<string, byte[]> files)
    {
        if (!card.Movable) throw new Unacceptable("plugin", $"{card.Name} does not lie in a folder of its own below plugins/, so its files cannot be told from others; begin a customization from its branding.", StatusCodes.Status409Conflict);
        var all = draft.Files.Concat(files.Where(file => file.Key != card.SettingsFile || card.Schema.Fields.Count == 0)).ToDictionary();
        return all.Count > PackageLimits.MostFiles || all.Values.Sum(file => (long)file.Length) > PackageLimits.MostBytes
            ? throw new Unacceptable("plugin", "With this plugin the package would be too large.", StatusCodes.Status409Conflict)
            : Added(draft, card, official: false) with { Files = all };
    }

    private static Draft Without(Draft draft, PickedPlugin picked)
    {
        var folder = picked.File[..(picked.File.LastIndexOf('/') + 1)];
        var alone = folder.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["plugins", _] && !draft.Value.Plugins.Any(other => other.Id != picked.Id && other.File.StartsWith(folder, StringComparison.Ordinal));
        return draft with
        {
            Value = draft.Value with { Plugins = [.. draft.Value.Plugins.Where(other => other.Id != picked.Id)] },
            Secrets = draft.Secrets.Where(known => known.Key != picked.Id).ToDictionary(),
            Files = picked.Official ? draft.Files : draft.Files.Where(file => alone ? !file.Key.StartsWith(folder, StringComparison.Ordinal) : file.Key != picked.File).ToDictionary(),
        };
    }
}
