using System.Text.Json;
using Plenum.Server.Lobby;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Listeners;

namespace Plenum.Server.Management.Pages.Scripts;

/// <summary>UI plugins: which there are and come with the program, each with its settings and its own documentation beside them.</summary>
internal static class UiPluginPages
{
    public const string Path = "/ui-plugins";
    private const int LongestFile = 2 * 1024 * 1024;

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Visit visit, UiPlugins plugins, ShippedUiPlugins shipped, CancellationToken cancellation, string? done = null, string? about = null) => List(visit, plugins, shipped, done, about, null, cancellation));
        pages.MapPost($"{Path}/install", Install);
        pages.MapPost($"{Path}/upload", Upload);
        pages.MapGet($"{Path}/{{name}}", (string name, Visit visit, UiPlugins plugins, ListenerShelf listeners, ShippedUiPlugins shipped, CancellationToken cancellation, string? done = null) =>
            Show(name, visit, plugins, listeners, shipped, done is not null, null, cancellation));
        pages.MapPost($"{Path}/{{name}}", Save);
        pages.MapPost($"{Path}/{{name}}/delete", Delete);
    }

    private static async Task<IResult> List(Visit visit, UiPlugins plugins, ShippedUiPlugins shipped, string? done, string? about, string? wrong, CancellationToken cancellation) => new PageResult<UiPluginsPage>(
        new { Visit = visit, Installed = await plugins.All(cancellation), Shipped = shipped.All.Select(one => new ShippedCard(one.Name, PluginReader.Label(one.Wish.Label, one.Name), one.Purpose, one.Documentation)).ToList(), Done = done switch { "put" => $"{about} is installed.", "deleted" => $"{about} is deleted.", _ => null }, Wrong = wrong },
        wrong is null ? 200 : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Show(string name, Visit visit, UiPlugins plugins, ListenerShelf listeners, ShippedUiPlugins shipped, bool saved, string? wrong, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed) || await plugins.Find(parsed, cancellation) is not { } found) return Results.NotFound();
        var about = shipped.Find(found.Plugin.Type);
        return new PageResult<UiPluginPage>(
            new
            {
                Visit = visit,
                Found = found,
                Purpose = about?.Purpose ?? "",
                Documentation = about?.Documentation ?? "",
                Listeners = (await listeners.All(cancellation)).Where(kept => kept.Listener.Plugin == name).Select(kept => kept.Listener.Name).ToList(),
                Done = saved ? "The settings are saved; pages that are opened from now on have them." : null,
                Wrong = wrong,
            },
            wrong is null ? 200 : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Install(HttpContext context, Visit visit, UiPlugins plugins, ShippedUiPlugins shipped, Audit audit, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (package, name) = ($"{form["package"]}", $"{form["name"]}".Trim());
        var wish = new UiPluginWish { Package = package };
        return await Put(name.Length > 0 ? name : package, wish, visit, plugins, shipped, audit, cancellation);
    }

    private static async Task<IResult> Upload(HttpContext context, Visit visit, UiPlugins plugins, ShippedUiPlugins shipped, Audit audit, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form.Files["description"] is not { Length: > 0 and < LongestFile } description || form.Files["script"] is not { Length: > 0 and < LongestFile } script)
            return await List(visit, plugins, shipped, null, null, "Choose both files: the description (plugin.json or uiService.json) and its script.", cancellation);
        UiPluginPackage? package;
        try
        {
            package = JsonSerializer.Deserialize<UiPluginPackage>(await Text(description), JsonSerializerOptions.Web);
        }
        catch (JsonException unreadable)
        {
            return await List(visit, plugins, shipped, null, null, $"The description cannot be read as JSON: {unreadable.Message}", cancellation);
        }

        return await Put(package?.Name ?? "", (package ?? new UiPluginPackage()).Wish(await Text(script)), visit, plugins, shipped, audit, cancellation);
    }

    private static async Task<IResult> Put(string name, UiPluginWish wish, Visit visit, UiPlugins plugins, ShippedUiPlugins shipped, Audit audit, CancellationToken cancellation)
    {
        try
        {
            await UiPluginDoors.Put(name, new Sent<UiPluginWish>(wish, new HashSet<string>()), visit.Who, plugins, shipped, audit, cancellation);
            return AdminPages.Back(Path, "put", name);
        }
        catch (Unacceptable no)
        {
            return await List(visit, plugins, shipped, null, null, no.Message, cancellation);
        }
    }

    private static async Task<IResult> Save(
        string name, HttpContext context, Visit visit, UiPlugins plugins, ListenerShelf listeners, ShippedUiPlugins shipped, Audit audit, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed) || await plugins.Find(parsed, cancellation) is not { } found) return Results.NotFound();
        try
        {
            var wish = PluginSettingsForm.Wish(found.Plugin, await context.Request.ReadFormAsync(cancellation));
            await UiPluginDoors.Put(name, new Sent<UiPluginWish>(wish, new HashSet<string>()), visit.Who, plugins, shipped, audit, cancellation);
            return AdminPages.Back($"{Path}/{name}", "saved");
        }
        catch (Unacceptable no)
        {
            return await Show(name, visit, plugins, listeners, shipped, false, no.Message, cancellation);
        }
    }

    private static async Task<IResult> Delete(string name, Visit visit, UiPlugins plugins, Audit audit, CancellationToken cancellation)
    {
        await UiPluginDoors.Remove(name, visit.Who, plugins, audit, cancellation);
        return AdminPages.Back(Path, "deleted", name);
    }

    private static async Task<string> Text(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }
}

/// <summary>A plugin that comes with the program, as the list shows it.</summary>
public sealed record ShippedCard(string Name, string Label, string Purpose, string Documentation);
