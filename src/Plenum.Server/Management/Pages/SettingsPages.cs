using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding.Forms;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Pages.Portal;

namespace Plenum.Server.Management.Pages;

/// <summary>The settings of one plugin, in a form that is made from what its package file says.</summary>
internal static class SettingsPages
{
    private const string Path = PortalPages.Path + "/{id:guid}/settings";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string plugin = "") => Show(id, plugin, visit, bench, null, [], cancellation));
        pages.MapPost(Path, Save);
    }

    private static async Task<IResult> Show(
        Guid id, string plugin, Visit visit, Workbench bench, IReadOnlyDictionary<string, JsonElement>? typed, IReadOnlyList<Mistake> mistakes, CancellationToken cancellation, string? focus = null)
    {
        if (await Found(id, plugin, bench, cancellation) is not ({ } draft, { } picked, { } card)) return Results.NotFound();
        return new PageResult<SettingsPage>(
            new { Visit = visit, Customization = draft.Value, Card = card, Values = typed ?? picked.Settings, SecretsSet = draft.SecretsOf(plugin), Mistakes = mistakes, Typed = typed is not null, Focus = focus },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : 200);
    }

    private static async Task<IResult> Save(Guid id, HttpContext context, Visit visit, Workbench bench, CancellationToken cancellation, string plugin = "")
    {
        if (await Found(id, plugin, bench, cancellation) is not (_, _, { } card)) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form["remove"] is [{ } line]) return await Show(id, plugin, visit, bench, SettingsForm.Read(card.Schema, form, without: line), [], cancellation, line.Split('.')[0]);
        var values = SettingsForm.Read(card.Schema, form);
        if (form["add"] is [{ } table]) return await Show(id, plugin, visit, bench, values, [], cancellation, table);
        var wish = new Sent<SettingsWish>(new SettingsWish { Settings = values }, new HashSet<string> { "settings" });
        return await CustomizationPluginDoors.Set(id, plugin, wish, visit.Who, bench, cancellation) switch
        {
            JsonHttpResult<SettingsProblem> { Value.Problems: { } mistakes } => await Show(id, plugin, visit, bench, values, mistakes, cancellation),
            Ok<CustomizationBody> => AdminPages.Back($"{PortalPages.Path}/{id}", "set"),
            _ => Results.NotFound(),
        };
    }

    private static async Task<(Draft? Draft, PickedPlugin? Picked, PluginCard? Card)> Found(Guid id, string plugin, Workbench bench, CancellationToken cancellation)
    {
        if (await bench.Shelf.Find(id, cancellation) is not { } stored) return default;
        var draft = stored.Draft(await bench.Shelf.Files(stored, cancellation));
        return draft.Find(plugin) is { } picked ? (draft, picked, draft.Card(picked, bench.Official)) : default;
    }
}
