using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>Conferences: the list, one of them to change, and the meetings that were held in it.</summary>
internal static class ConferencePages
{
    public const string Path = "/conferences";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, List);
        pages.MapGet($"{Path}/new", (Visit visit) => Form(visit, null, ConferenceForm.Empty));
        pages.MapPost($"{Path}/new", Create);
        pages.MapGet($"{Path}/{{id:guid}}", (Guid id, Visit visit, string? done, ConferenceDirectory directory) =>
            directory.Find(new ConferenceId(id)) is { } listing ? Form(visit, listing, ConferenceForm.Of(listing), done: done is null ? null : "Saved.") : Results.NotFound());
        pages.MapPost($"{Path}/{{id:guid}}", Change);
        pages.MapGet($"{Path}/{{id:guid}}/delete", Ask);
        pages.MapPost($"{Path}/{{id:guid}}/delete", Delete);
        pages.MapPost($"{Path}/{{id:guid}}/restore", Restore);
        pages.MapGet($"{Path}/{{id:guid}}/meetings/{{meeting:guid}}", Story);
    }

    private static async Task<IResult> List(Visit visit, ConferenceDirectory directory, RemovedConferences removed, CancellationToken cancellation, string? search = null, int page = 1, string? done = null, string? about = null)
    {
        var found = new PageWish { Search = search, Page = Math.Clamp(page, 1, 100_000) }.Of(directory.Search(search?.Trim()));
        return new PageResult<ConferencesPage>(new
        {
            Visit = visit,
            Found = found,
            Search = search,
            Removed = await removed.All(cancellation),
            Done = done switch { "deleted" => "The conference is deleted.", "restored" => "The conference is back, with its PINs.", _ => null },
            Undo = done == "deleted" && Guid.TryParse(about, out var id) ? id : (Guid?)null,
        });
    }

    private static IResult Form(Visit visit, Listing? listing, ConferenceForm form, Unacceptable? wrong = null, string? done = null) =>
        new PageResult<ConferencePage>(new { Visit = visit, Listing = listing, Form = form, Wrong = wrong, Done = done }, wrong?.Status ?? 200);

    private static async Task<IResult> Create(HttpContext context, Visit visit, ConferenceDirectory directory, PinSeal pins, ServerSettings settings, Audit audit, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        try
        {
            var made = await ConferenceDoors.Create(ConferenceForm.Read(form, ConferenceForm.Empty.Terms), visit.Who, directory, pins, settings, audit, cancellation);
            return AdminPages.Back($"{Path}/{made.Value!.Id}", "saved");
        }
        catch (Unacceptable e)
        {
            return Form(visit, null, Again(form, ConferenceForm.Empty), e);
        }
    }

    private static async Task<IResult> Change(Guid id, HttpContext context, Visit visit, ConferenceDirectory directory, PinSeal pins, ServerSettings settings, Audit audit, CancellationToken cancellation)
    {
        if (directory.Find(new ConferenceId(id)) is not { } listing) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancellation);
        try
        {
            await ConferenceDoors.Change(id, ConferenceForm.Read(form, listing.Terms), visit.Who, directory, pins, settings, audit, cancellation);
            return AdminPages.Back($"{Path}/{id}", "saved");
        }
        catch (Unacceptable e)
        {
            return Form(visit, listing, Again(form, ConferenceForm.Of(listing)), e);
        }
    }

    /// <summary>What somebody wrote stays in the form, though it was refused.</summary>
    private static ConferenceForm Again(IFormCollection form, ConferenceForm shown) => shown with { Name = $"{form["name"]}", Aliases = $"{form["aliases"]}", Groups = $"{form["groups"]}" };

    private static IResult Ask(Guid id, Visit visit, ConferenceDirectory directory) => directory.Find(new ConferenceId(id)) is not { } listing
        ? Results.NotFound()
        : new PageResult<ConfirmPage>(new
        {
            Visit = visit,
            Title = $"Delete {listing.Name}?",
            At = Path,
            Deed = "Delete",
            Action = $"{AdminPages.Root}{Path}/{id}/delete",
            Text = $"A meeting that runs in it ends for everybody, and nobody can join by {string.Join(", ", listing.Aliases)}. You can bring it back for {SetAside.Kept.TotalDays:0} days.",
        });

    private static async Task<IResult> Delete(Guid id, Visit visit, ConferenceDirectory directory, LiveConferences live, Audit audit, CancellationToken cancellation)
    {
        await ConferenceDoors.Delete(id, visit.Who, directory, live, audit, cancellation);
        return AdminPages.Back(Path, "deleted", $"{id}");
    }

    private static async Task<IResult> Restore(Guid id, Visit visit, ConferenceDirectory directory, RemovedConferences removed, Audit audit, CancellationToken cancellation)
    {
        try
        {
            await ConferenceDoors.Restore(id, visit.Who, directory, removed, audit, cancellation);
            return AdminPages.Back(Path, "restored");
        }
        catch (Unacceptable e)
        {
            return new PageResult<NoticePage>(new { Title = "It cannot come back as it was", Text = $"{e.Message} Change that conference first, then restore this one." }, e.Status);
        }
    }

    private static async Task<IResult> Story(Guid id, Guid meeting, Visit visit, ConferenceDirectory directory, MeetingHistory history, CancellationToken cancellation)
    {
        if ((await history.Of(new ConferenceId(id), cancellation))?.FirstOrDefault(line => line.Id == meeting) is not { } found) return Results.NotFound();
        return new PageResult<StoryPage>(new
        {
            Visit = visit,
            Meeting = found,
            Name = directory.Find(new ConferenceId(id))?.Name ?? $"{id}",
            Conference = id,
            Lines = StorySentences.Of(await history.Entries(new ConferenceId(id), found, 0, cancellation)),
        });
    }
}
