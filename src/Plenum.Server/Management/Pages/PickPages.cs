using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Pages.Portal;

namespace Plenum.Server.Management.Pages;

/// <summary>The plugins of a customization: picked from those there are, put in order, turned on, and for whom.</summary>
internal static class PickPages
{
    private const string Own = PortalPages.Path + "/{id:guid}";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Own, (Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string? done = null, string? about = null) => Show(id, visit, bench, cancellation, Said(done), done == "moved" ? about : null));
        pages.MapPost(Own, Arrange);
        pages.MapPost($"{Own}/pick", Pick);
        pages.MapGet($"{PortalPages.Path}/icon", Icon);
    }

    private static async Task<IResult> Show(Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string? done = null, string? moved = null, string? wrong = null, int status = 200)
    {
        if (await bench.Shelf.Find(id, cancellation) is not { } stored) return Results.NotFound();
        var draft = stored.Draft(await bench.Shelf.Files(stored, cancellation));
        return new PageResult<PickPage>(
            new
            {
                Visit = visit,
                Customization = stored.Value,
                Picked = stored.Value.Plugins.Select(picked => PickedLine.Of(picked, draft, bench.Official)).ToList(),
                Offered = (await bench.Installed.All(cancellation)).Where(offered => draft.Find(offered.Card.Id) is null).ToList(),
                Done = done,
                Moved = moved,
                Wrong = wrong,
            }, status);
    }

    /// <summary>Every line is sent; a button beside one moves it as well, or takes it out.</summary>
    private static async Task<IResult> Arrange(Guid id, HttpContext context, Visit visit, Workbench bench, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        try
        {
            var lines = form["plugin"].OfType<string>().Select((plugin, index) => new PickWish
            {
                Id = plugin,
                Enabled = form[$"on.{index}"] == "true",
                Roles = Chosen(form[$"roles.{index}"].OfType<string>(), PluginCard.AllRoles, form[$"own-roles.{index}"]),
                Platforms = Chosen(form[$"platforms.{index}"].OfType<string>(), PluginCard.AllPlatforms, form[$"own-platforms.{index}"]),
            }).ToList();
            var (deed, plugin) = $"{form["do"]}".Split(':', 2) is [var verb, var named] ? (verb, named) : ("", "");
            var place = lines.FindIndex(line => line.Id == plugin);
            var to = deed switch { "up" => place - 1, "down" => place + 1, "to" => int.TryParse(form["place"], out var wanted) ? wanted : place, _ => place };
            if (place >= 0 && to >= 0 && to < lines.Count)
            {
                var line = lines[place];
                lines.RemoveAt(place);
                lines.Insert(to, line);
            }
            await CustomizationDoors.Change(id, new Sent<CustomizationWish>(new CustomizationWish { Plugins = lines }, new HashSet<string> { "plugins" }), visit.Who, bench, cancellation);
            return deed == "drop" ? await Dropped(id, plugin, visit, bench, cancellation) : AdminPages.Back($"{PortalPages.Path}/{id}", place >= 0 ? "moved" : "saved", place >= 0 ? plugin : null);
        }
        catch (Unacceptable e)
        {
            return await Show(id, visit, bench, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> Pick(Guid id, HttpContext context, Visit visit, Workbench bench, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        try
        {
            var wish = new PluginWish { Plugin = form["plugin"], Branding = form["branding"] };
            var answer = await CustomizationPluginDoors.Pick(id, new Sent<PluginWish>(wish, new HashSet<string> { "plugin" }), visit.Who, bench, cancellation);
            return answer.Result is ProblemHttpResult problem
                ? await Show(id, visit, bench, cancellation, wrong: problem.ProblemDetails.Detail, status: problem.StatusCode)
                : AdminPages.Back($"{PortalPages.Path}/{id}", "picked");
        }
        catch (Unacceptable e)
        {
            return await Show(id, visit, bench, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> Dropped(Guid id, string plugin, Visit visit, Workbench bench, CancellationToken cancellation)
    {
        try
        {
            await CustomizationPluginDoors.Drop(id, plugin, visit.Who, bench, cancellation);
            return AdminPages.Back($"{PortalPages.Path}/{id}", "dropped");
        }
        catch (Unacceptable e)
        {
            return await Show(id, visit, bench, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    /// <summary>The picture of a plugin that can be picked, or is.</summary>
    private static async Task<IResult> Icon(Visit visit, Workbench bench, string plugin, string path, string? branding, Guid? customization, CancellationToken cancellation)
    {
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) return Results.NotFound();
        var files = customization is { } id && await bench.Shelf.Find(id, cancellation) is { } stored && await bench.Shelf.Files(stored, cancellation) is { } own && own.ContainsKey(path) ? own
            : branding is not null && await bench.Installed.Take(branding, plugin, cancellation) is { } taken ? taken.Files
            : bench.Official.Find(plugin)?.Files;
        return files is not null && files.TryGetValue(path, out var drawing) ? TypedResults.Bytes(drawing, "image/svg+xml") : Results.NotFound();
    }

    /// <summary>All that the plugin itself is for is nothing that was chosen.</summary>
    private static List<string> Chosen(IEnumerable<string> words, IReadOnlyList<string> all, string? own)
    {
        var chosen = all.Where(words.Contains).ToList();
        return string.Join(' ', chosen) == own ? [] : chosen.Count == 0 ? throw new Unacceptable("plugins", "A plugin is for hosts, for guests, or for both, and runs somewhere; to have it for nobody, turn it off.") : chosen;
    }

    private static string? Said(string? done) => done switch
    {
        "begun" => "Begun. Choose plugins, then colours and words, then build.",
        "doubled" => "This is the copy. Give it a name of its own under Build.",
        "saved" => "Saved.",
        "moved" => "Saved, in the new order.",
        "picked" => "Added at the end of the list.",
        "dropped" => "Taken out.",
        "set" => "The settings are saved.",
        _ => null,
    };
}

/// <summary>A picked plugin as its line shows it.</summary>
public sealed record PickedLine(PickedPlugin Picked, PluginCard? Card, IReadOnlyList<string> Roles, IReadOnlyList<string> Platforms, int Missing)
{
    public string OwnRoles => string.Join(' ', Usual(Card?.Roles, PluginCard.AllRoles));

    public string OwnPlatforms => string.Join(' ', Usual(Card?.Platforms, PluginCard.AllPlatforms));

    internal static PickedLine Of(PickedPlugin picked, Draft draft, OfficialPlugins official)
    {
        var card = draft.Card(picked, official);
        return new PickedLine(
            picked, card, picked.Roles ?? Usual(card?.Roles, PluginCard.AllRoles), picked.Platforms ?? Usual(card?.Platforms, PluginCard.AllPlatforms),
            card?.Schema.Judge(picked.Settings, draft.SecretsOf(picked.Id)).Count ?? 0);
    }

    /// <summary>A package that names none is for all.</summary>
    private static IReadOnlyList<string> Usual(IReadOnlyList<string>? named, IReadOnlyList<string> all) => named is { Count: > 0 } ? named : all;
}
