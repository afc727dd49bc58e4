using Plenum.Server.Branding.Checking;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Pages.Portal;

namespace Plenum.Server.Management.Pages;

/// <summary>Words of the app that a customization replaces, in each language.</summary>
internal static class WordsPages
{
    private const string Path = PortalPages.Path + "/{id:guid}/words";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string? done = null) => Show(id, visit, bench, null, cancellation, done is null ? null : "Saved."));
        pages.MapPost(Path, Save);
    }

    private static async Task<IResult> Show(Guid id, Visit visit, Workbench bench, IFormCollection? typed, CancellationToken cancellation, string? done = null, string? wrong = null, int status = 200)
    {
        if (await bench.Shelf.Find(id, cancellation) is not { } stored) return Results.NotFound();
        var texts = Languages.Spoken.ToDictionary(language => language, language => typed is not null ? Read(typed, language, strict: false) : stored.Value.Texts.GetValueOrDefault(language, new Dictionary<string, string>()));
        return new PageResult<WordsPage>(new { Visit = visit, Customization = stored.Value, Texts = texts, Done = done, Wrong = wrong }, status);
    }

    private static async Task<IResult> Save(Guid id, HttpContext context, Visit visit, Workbench bench, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        try
        {
            var wish = new CustomizationWish { Texts = Languages.Spoken.ToDictionary(language => language, language => (IReadOnlyDictionary<string, string>)Read(form, language, strict: true)) };
            await CustomizationDoors.Change(id, new Sent<CustomizationWish>(wish, new HashSet<string> { "texts" }), visit.Who, bench, cancellation);
            return AdminPages.Back($"{PortalPages.Path}/{id}/words", "saved");
        }
        catch (Unacceptable e)
        {
            return await Show(id, visit, bench, form, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    /// <summary>The fields of usual texts, and lines of a place and its text for any other.</summary>
    private static Dictionary<string, string> Read(IFormCollection form, string language, bool strict)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (place, _) in WordsPage.Usual)
            if ($"{form[$"{language}:{place}"]}".Trim() is { Length: > 0 } text) texts[place] = text;
        foreach (var line in $"{form[$"{language}:others"]}".ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var place, { Length: > 0 } text]) texts[place] = text;
            else if (strict) throw new Unacceptable("texts", $"\"{Findings.Printable(line)}\" is no line such as joining.join = Come in.");
            else texts[line] = "";
        return texts;
    }
}
