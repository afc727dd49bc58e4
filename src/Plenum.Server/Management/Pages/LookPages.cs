using System.Text;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Pages.Portal;

namespace Plenum.Server.Management.Pages;

/// <summary>Name, colours, logo and watermark of a customization, with a picture of the app in them.</summary>
internal static class LookPages
{
    private const string Path = PortalPages.Path + "/{id:guid}/look";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string? done = null) => Show(id, visit, bench, cancellation, Said(done)));
        pages.MapPost(Path, Save);
        pages.MapPost($"{Path}/{{picture}}", SetPicture);
        pages.MapPost($"{Path}/{{picture}}/remove", async (Guid id, string picture, Visit visit, Workbench bench, CancellationToken cancellation) =>
        {
            await CustomizationPictureDoors.Delete(id, picture, visit.Who, bench, cancellation);
            return AdminPages.Back($"{PortalPages.Path}/{id}/look", "removed");
        });
        pages.MapGet($"{Path}/{{picture}}", Picture);
        pages.MapGet($"{Path}/colours.css", Colours);
    }

    private static async Task<IResult> Show(Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string? done = null, string? wrong = null, int status = 200)
    {
        if (await bench.Shelf.Find(id, cancellation) is not { } stored) return Results.NotFound();
        var files = await bench.Shelf.Files(stored, cancellation);
        return new PageResult<LookPage>(
            new { Visit = visit, Customization = stored.Value, Version = stored.Version, Logo = BrandPicture.Logo.In(files) is not null, Watermark = BrandPicture.Watermark.In(files) is not null, Done = done, Wrong = wrong }, status);
    }

    /// <summary>A colour that is the app's own is none that was chosen.</summary>
    private static async Task<IResult> Save(Guid id, HttpContext context, Visit visit, Workbench bench, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var colours = form["do"] == "reset" ? [] : AppColours.All.ToDictionary(colour => colour.Name, colour => new Shade(
            Chosen(form[$"{colour.Name}.light"], colour.Light), Chosen(form[$"{colour.Name}.dark"], colour.Dark)));
        try
        {
            var wish = new CustomizationWish { BrandName = form["brandName"], Colours = colours };
            await CustomizationDoors.Change(id, new Sent<CustomizationWish>(wish, new HashSet<string> { "brandName", "colours" }), visit.Who, bench, cancellation);
            return AdminPages.Back($"{PortalPages.Path}/{id}/look", form["do"] == "reset" ? "reset" : "saved");
        }
        catch (Unacceptable e)
        {
            return await Show(id, visit, bench, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> SetPicture(Guid id, string picture, HttpContext context, Visit visit, Workbench bench, CancellationToken cancellation)
    {
        if (BrandPicture.All.FirstOrDefault(known => known.Name == picture) is not { } kind) return Results.NotFound();
        try
        {
            // The form's own limit holds; a picture that is longer is refused by its length.
            var form = await context.Request.ReadFormAsync(cancellation);
            if (form.Files["picture"] is not { Length: > 0 } file) throw new Unacceptable(picture, "Choose a picture first.");
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            await CustomizationPictureDoors.Set(id, kind, bytes.ToArray(), visit.Who, bench, cancellation);
            return AdminPages.Back($"{PortalPages.Path}/{id}/look", "picture");
        }
        catch (Unacceptable e)
        {
            return await Show(id, visit, bench, cancellation, wrong: e.Message, status: e.Status);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return await Show(id, visit, bench, cancellation, wrong: $"A picture has at most {BrandPicture.Longest / 1024} KB.", status: StatusCodes.Status413PayloadTooLarge);
        }
    }

    private static async Task<IResult> Picture(Guid id, string picture, Visit visit, Workbench bench, CancellationToken cancellation) =>
        BrandPicture.All.FirstOrDefault(known => known.Name == picture) is { } kind && await bench.Shelf.Find(id, cancellation) is { } stored
        && await bench.Shelf.Files(stored, cancellation) is { } files && kind.In(files) is { } path
            ? new BrandedFileResult($"{stored.Version}", path, files[path])
            : Results.NotFound();

    /// <summary>The colours of the little picture, as a style sheet, since these pages take no styles from their own text.</summary>
    private static async Task<IResult> Colours(Guid id, Visit visit, Workbench bench, CancellationToken cancellation)
    {
        if (await bench.Shelf.Find(id, cancellation) is not { } stored) return Results.NotFound();
        var sheet = new StringBuilder();
        foreach (var dark in (bool[])[false, true])
            sheet.Append($".portal-frame[data-dark='{(dark ? "true" : "false")}'] {{ {string.Concat(AppColours.All.Select(colour => $"--pl-{colour.Name}: {AppColours.Of(stored.Value.Colours, colour, dark)}; "))}}}\n");
        return TypedResults.Text(sheet.ToString(), "text/css");
    }

    private static string? Chosen(string? sent, string own) => sent is null || (AppColours.Read(sent) ?? sent) == own ? null : sent;

    private static string? Said(string? done) => done switch
    {
        "saved" => "Saved.",
        "reset" => "The app's own colours are back.",
        "picture" => "The picture is in.",
        "removed" => "The picture is taken away.",
        _ => null,
    };
}
