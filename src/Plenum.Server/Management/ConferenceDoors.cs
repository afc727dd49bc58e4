using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>Which conferences there are.</summary>
internal static class ConferenceDoors
{
    /// <summary>A change writes the whole listing, so two at once could undo each other's members.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static void MapConferences(this IEndpointRouteBuilder api)
    {
        var conferences = api.MapGroup("conferences").WithTags("Conferences");
        conferences.MapPost("", Create).Accepts<ConferenceWish>("application/json").WithName("createConference").WithSummary("Makes a conference; its aliases work at once").Refuses(409, 415, 422);
        conferences.MapGet("", List).WithName("listConferences").WithSummary("The conferences, by name").Refuses(422);
        conferences.MapGet("{id:guid}", Read).WithName("readConference").WithSummary("One conference").Refuses(404);
        conferences.MapPatch("{id:guid}", Change).Accepts<ConferenceWish>("application/json").WithName("changeConference").WithSummary("Changes what is sent and leaves the rest; a PIN that is null goes").Refuses(404, 409, 415, 422);
        conferences.MapDelete("{id:guid}", Delete).WithName("deleteConference").WithSummary("Ends a running meeting, then removes the conference; it can be brought back for 30 days").Refuses(404);
        conferences.MapGet("removed", Removed).WithName("listRemovedConferences").WithSummary("What was deleted in the last 30 days, the latest first");
        conferences.MapPost("{id:guid}/restore", Restore).WithName("restoreConference").WithSummary("Brings a deleted conference back as it was, PINs included").Refuses(404, 409);
    }

    public static async Task<Created<ConferenceBody>> Create(
        Sent<ConferenceWish> sent, Administrator who, ConferenceDirectory directory, PinSeal pins, ServerSettings settings, Audit audit, CancellationToken cancellation)
    {
        if (!sent.Mentions("name")) throw new Unacceptable("name", "name is required.");
        if (!sent.Mentions("aliases")) throw new Unacceptable("aliases", "aliases is required: the names that people type to join.");
        var wanted = sent.On(new Listing(ConferenceId.New(), "", [], new ListingSettings(new ConferenceTerms())), pins, settings.SignIn);
        var made = await Kept(directory, wanted, along => directory.Add(wanted, cancellation, along), transaction =>
            audit.Note(transaction, who, "conference created", $"{wanted.Id}", $"{wanted.Name}; {Said(sent)}"));
        return TypedResults.Created($"{AdminApi.Root}/conferences/{made!.Id}", ConferenceBody.Of(made));
    }

    public static Ok<Sheet<ConferenceBody>> List([AsParameters] PageWish wish, ConferenceDirectory directory) =>
        TypedResults.Ok(wish.Of(directory.Search(wish.Search?.Trim())).As(ConferenceBody.Of));

    public static Results<Ok<ConferenceBody>, ProblemHttpResult> Read(Guid id, ConferenceDirectory directory) =>
        directory.Find(new ConferenceId(id)) is { } listing ? TypedResults.Ok(ConferenceBody.Of(listing)) : Problem.NotFound("conference");

    public static async Task<Results<Ok<ConferenceBody>, ProblemHttpResult>> Change(
        Guid id, Sent<ConferenceWish> sent, Administrator who, ConferenceDirectory directory, PinSeal pins, ServerSettings settings, Audit audit, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            if (directory.Find(new ConferenceId(id)) is not { } listing) return Problem.NotFound("conference");
            var wanted = sent.On(listing, pins, settings.SignIn);
            var changed = await Kept(directory, wanted, along => directory.Change(wanted, cancellation, along), transaction =>
                audit.Note(transaction, who, "conference changed", $"{id}", $"{wanted.Name}; {Said(sent)}"));
            return changed is null ? Problem.NotFound("conference") : TypedResults.Ok(ConferenceBody.Of(changed));
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The name goes first, so that nobody comes in while those who are in are told.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, Administrator who, ConferenceDirectory directory, LiveConferences live, Audit audit, CancellationToken cancellation)
    {
        var conference = new ConferenceId(id);
        if (directory.Find(conference) is not { } listing) return Problem.NotFound("conference");
        var running = await live.Get(conference);
        var removed = await directory.Remove(conference, cancellation, transaction =>
            audit.Note(transaction, who, "conference deleted", $"{id}", listing.Name));
        await running.Tell(new DisconnectAll(), Actor.OfAdministrator(who.Name));
        return removed ? TypedResults.NoContent() : Problem.NotFound("conference");
    }

    public static async Task<Ok<IReadOnlyList<RemovedBody>>> Removed(RemovedConferences removed, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<RemovedBody>>([.. (await removed.All(cancellation)).Select(one => new RemovedBody(one.Listing.Id.Value, one.Listing.Name, one.Listing.Aliases, one.At))]);

    public static async Task<Results<Ok<ConferenceBody>, ProblemHttpResult>> Restore(
        Guid id, Administrator who, ConferenceDirectory directory, RemovedConferences removed, Audit audit, CancellationToken cancellation)
    {
        if ((await removed.All(cancellation)).FirstOrDefault(one => one.Listing.Id.Value == id) is not { Listing: var listing }) return Problem.NotFound("deleted conference");
        var back = await Kept(directory, listing, along => directory.Add(listing, cancellation, along), async transaction =>
        {
            await RemovedConferences.Forget(transaction, listing.Id);
            await audit.Note(transaction, who, "conference restored", $"{id}", listing.Name);
        });
        return back is null ? Problem.NotFound("deleted conference") : TypedResults.Ok(ConferenceBody.Of(back));
    }

    /// <summary>Null when it is gone. An alias that is taken is named, whether it was taken before or in this very moment.</summary>
    private static async Task<Listing?> Kept(
        ConferenceDirectory directory, Listing wanted, Func<Func<DbTransaction, Task>, Task<Listing?>> keep, Func<DbTransaction, Task> note)
    {
        RefuseTaken(directory, wanted);
        Listing? kept = null;
        try
        {
            kept = await keep(note);
        }
        catch (DbException e) when (e.SqlState is "23505")
        {
            await directory.Load(CancellationToken.None);
        }

        if (kept is null) RefuseTaken(directory, wanted);
        return kept;
    }

    private static void RefuseTaken(ConferenceDirectory directory, Listing wanted)
    {
        var taken = wanted.Aliases.FirstOrDefault(alias => directory.Find(ConferenceAlias.Parse(alias)) is { } other && other.Id != wanted.Id);
        if (taken is not null) throw new Unacceptable("aliases", $"The alias {taken} belongs to another conference; choose another one.", StatusCodes.Status409Conflict);
    }

    /// <summary>Which members were set, never to what: a PIN is among them.</summary>
    private static string Said(Sent<ConferenceWish> sent) => string.Join(", ", sent.Members.Order());
}

/// <summary>A conference that was deleted and can be brought back.</summary>
internal sealed record RemovedBody(Guid Id, string Name, IReadOnlyList<string> Aliases, DateTimeOffset RemovedAt);
