using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding;

namespace Plenum.Server.Lobby;

/// <summary>Where people arrive: the app's entry page under each of its routes, its files, and the branding beside them.</summary>
internal static class LobbyDoors
{
    public const string Root = "/webapp2";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTo(IEndpointRouteBuilder app)
    {
        foreach (var route in (string[])["/", "/home", "/settings", "/conference", "/conference/{alias}"])
            app.MapGet(Root + route, Enter);
        app.MapMethods(Root + "/@{branding}/{**path}", Reads, Branded);
        app.MapGet(Root + "/custom_configuration/{**path}", (string path, Brandings brandings) => Configuration(brandings.Active, path));
        app.MapGet(Root + "/configuration/{**path}", (string path, Brandings brandings) => Configuration(brandings.Active, path));
        app.MapMethods(Root + "/{**path}", Reads, (string path, AppFiles files) => File(files, "webapp2/" + path));
        app.MapMethods("/static/{**path}", Reads, (string path, AppFiles files) => File(files, "static/" + path));
    }

    private static RazorComponentResult<EntryPage> Enter(HttpContext context, AppFiles files, Brandings brandings)
    {
        context.Response.Headers.CacheControl = "no-cache";
        ContentSecurity.Apply(context.Response.Headers);
        return new RazorComponentResult<EntryPage>(new { files.App, BrandingHash = brandings.Active.Hash });
    }

    /// <summary>The folder that the entry page is based in: the branding it was opened with, and beside it the app's own files.</summary>
    private static IResult Branded(string branding, string path, AppFiles files, Brandings brandings)
    {
        var folder = path.Split('/')[0];
        return folder is not ("custom_configuration" or "configuration") ? File(files, "webapp2/" + path)
            : brandings.Find(branding) is { } known ? Configuration(known, path[(folder.Length + 1)..])
            : TypedResults.NotFound();
    }

    private static IResult Configuration(BrandingFiles branding, string path) => branding.Files.TryGetValue(path, out var bytes)
        ? new BrandedFileResult(branding.Hash, path, bytes)
        : TypedResults.NotFound();

    private static IResult File(AppFiles files, string path) => files.Find(path) is { } file
        ? new AppFileResult(file, forever: path.StartsWith("webapp2/assets/", StringComparison.Ordinal))
        : TypedResults.NotFound();
}
