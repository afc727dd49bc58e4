using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding;
using Plenum.Server.Calls;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Lobby.Tongues;
using Plenum.Server.Management;
using Plenum.Server.Plugins;

namespace Plenum.Server.Lobby;

/// <summary>Where people arrive: the app's entry page under each of its routes, its files, and the branding beside them.</summary>
internal static class LobbyDoors
{
    public const string Root = "/webapp2";

    /// <summary>What can be read can be asked about.</summary>
    public static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What the checker says of a branding, beside it, for Settings > Plugins.</summary>
    private const string FindingsFile = "findings.json";

    private const int LongestShown = 250;

    public static void MapTo(IEndpointRouteBuilder app)
    {
        // The base itself is an address of the app too: a plugin's link to # leads there.
        foreach (var route in (string[])["/", "/home", "/settings", "/conference", "/conference/{alias}", "/@{branding}"])
            app.MapMethods(Root + route, Reads, Enter);
        app.MapMethods(Root + "/@{branding}/{**path}", Reads, Branded);
        app.MapMethods(Root + "/custom_configuration/{**path}", Reads, (HttpContext context, string? path, BrandingChoice choice) => Configuration(choice.Usual(context, null), path));
        app.MapMethods(Root + "/configuration/{**path}", Reads, (HttpContext context, string? path, BrandingChoice choice) => Configuration(choice.Usual(context, null), path));
        app.MapMethods(Root + "/branding", Reads, Which);
        app.MapMethods(Root + "/{**path}", Reads, (string? path, AppFiles files) => File(files, "webapp2/" + path));
        app.MapMethods("/static/{**path}", Reads, (string? path, AppFiles files) => File(files, "static/" + path));
        app.MapMethods("/site/{tag}/{name}", Reads, Site);
        app.MapMethods("/favicon.ico", Reads, (AppFiles files) => File(files, "webapp2/icon.svg"));
        PageDoors.MapTo(app);
    }

    private static async Task<IResult> Enter(
        HttpContext context, string? alias, string? conference, AppFiles files, Brandings brandings, BrandingChoice choice, ContentSecurity security, IMedia media, ServerSettings settings)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var shown = alias ?? conference;
        var ((branding, policy), preview) = await choice.Of(context, shown);
        security.ForApp(context.Response.Headers, policy, $"{Root}/@{branding.Hash}/{BrowserReport.Address}");
        return new PageResult<EntryPage>(new
        {
            Words = Tongue.Of(context, BroughtTongues.With(branding)),
            files.App,
            Integrity = (Func<string, string?>)files.Integrity,
            Start = new StartBlock(
                ProductVersion.Text, branding.Hash, files.App.Languages, BrandingLook.Languages(branding), preview, brandings.FromFolder, branding.Integrity,
                new ServerFeatures(media is not NoMedia, settings.Demo), settings.Pages.Node),
            Alias = string.IsNullOrWhiteSpace(shown) ? null : shown[..Math.Min(shown.Length, LongestShown)],
            Styles = BrandingLook.Styles(branding),
        });
    }

    /// <summary>The folder that the entry page is based in: the branding it was opened with, and beside it the app's own files.</summary>
    private static async Task<IResult> Branded(string branding, string path, AppFiles files, Brandings brandings, CancellationToken cancellation)
    {
        var folder = path.Split('/')[0];
        if (folder is not ("custom_configuration" or "configuration" or BrandingLook.StyleFile or FindingsFile)) return File(files, "webapp2/" + path);
        if (await brandings.Find(branding, cancellation) is not { } known) return TypedResults.NotFound();
        return folder switch
        {
            BrandingLook.StyleFile when path == folder => new BrandedFileResult(known.Hash, path, BrandingLook.Style(known)),
            FindingsFile when path == folder => TypedResults.Json(new { problems = known.Judged.Findings }, AdminJson.Spelt),
            "custom_configuration" or "configuration" when path.Length > folder.Length => Configuration(known, path[(folder.Length + 1)..]),
            _ => TypedResults.NotFound(),
        };
    }

    private static IResult Configuration(BrandingFiles branding, string? path) => path is not null && branding.Files.TryGetValue(path, out var bytes)
        ? new BrandedFileResult(branding.Hash, path, BrandingLook.IsSheet(path) ? BrandingLook.Sheet(branding, path, bytes) : bytes)
        : TypedResults.NotFound();

    /// <summary>Which branding a page for this conference has: whoever goes there from another page has to load it anew.</summary>
    private static ContentHttpResult Which(HttpContext context, string? conference, BrandingChoice choice)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(choice.Usual(context, conference).Hash);
    }

    private static IResult Site(string tag, string name) => SiteFiles.Find(tag, name) is { } found
        ? new AppFileResult(found.File, found.Exact)
        : TypedResults.NotFound();

    private static IResult File(AppFiles files, string path) => files.Find(path) is { } file
        ? new AppFileResult(file, forever: path.StartsWith("webapp2/assets/", StringComparison.Ordinal))
        : TypedResults.NotFound();
}
