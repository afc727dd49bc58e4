using Plenum.Server.Branding;
using Plenum.Server.Calls;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Lobby;

/// <summary>Where people arrive: the app's entry page under each of its routes, its files, and the branding beside them.</summary>
internal static class LobbyDoors
{
    public const string Root = "/webapp2";

    /// <summary>What can be read can be asked about.</summary>
    public static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    private const int LongestShown = 250;

    public static void MapTo(IEndpointRouteBuilder app)
    {
        // The base itself is an address of the app too: a plugin's link to # leads there.
        foreach (var route in (string[])["/", "/home", "/settings", "/conference", "/conference/{alias}", "/@{branding}"])
            app.MapMethods(Root + route, Reads, Enter);
        app.MapMethods(Root + "/@{branding}/{**path}", Reads, Branded);
        app.MapMethods(Root + "/custom_configuration/{**path}", Reads, (string? path, Brandings brandings) => Configuration(brandings.Active, path));
        app.MapMethods(Root + "/configuration/{**path}", Reads, (string? path, Brandings brandings) => Configuration(brandings.Active, path));
        app.MapMethods(Root + "/{**path}", Reads, (string? path, AppFiles files) => File(files, "webapp2/" + path));
        app.MapMethods("/static/{**path}", Reads, (string? path, AppFiles files) => File(files, "static/" + path));
        app.MapMethods("/site/{tag}/{name}", Reads, Site);
        app.MapMethods("/favicon.ico", Reads, (AppFiles files) => File(files, "webapp2/icon.svg"));
        PageDoors.MapTo(app);
    }

    private static PageResult<EntryPage> Enter(
        HttpContext context, string? alias, string? conference, AppFiles files, Brandings brandings, ContentSecurity security, IMedia media, ServerSettings settings)
    {
        context.Response.Headers.CacheControl = "no-cache";
        security.ForApp(context.Response.Headers);
        var shown = alias ?? conference;
        return new PageResult<EntryPage>(new
        {
            files.App,
            Start = new StartBlock(ProductVersion.Text, brandings.Active.Hash, files.App.Languages, new ServerFeatures(media is not NoMedia, settings.Demo)),
            Alias = string.IsNullOrWhiteSpace(shown) ? null : shown[..Math.Min(shown.Length, LongestShown)],
        });
    }

    /// <summary>The folder that the entry page is based in: the branding it was opened with, and beside it the app's own files.</summary>
    private static IResult Branded(string branding, string path, AppFiles files, Brandings brandings)
    {
        var folder = path.Split('/')[0];
        return folder is not ("custom_configuration" or "configuration") ? File(files, "webapp2/" + path)
            : brandings.Find(branding) is { } known && path.Length > folder.Length ? Configuration(known, path[(folder.Length + 1)..])
            : TypedResults.NotFound();
    }

    private static IResult Configuration(BrandingFiles branding, string? path) => path is not null && branding.Files.TryGetValue(path, out var bytes)
        ? new BrandedFileResult(branding.Hash, path, bytes)
        : TypedResults.NotFound();

    private static IResult Site(string tag, string name) => SiteFiles.Find(tag, name) is { } found
        ? new AppFileResult(found.File, found.Exact)
        : TypedResults.NotFound();

    private static IResult File(AppFiles files, string path) => files.Find(path) is { } file
        ? new AppFileResult(file, forever: path.StartsWith("webapp2/assets/", StringComparison.Ordinal))
        : TypedResults.NotFound();
}
