using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Management;

/// <summary>Listeners: scripts that run on the server when something happens.</summary>
internal static class ListenerDoors
{
    public static void MapListeners(this IEndpointRouteBuilder api)
    {
        var listeners = api.MapGroup("listeners").WithTags("Listeners");
        listeners.MapGet("", List).WithName("listListeners").WithSummary("The listeners, by name");
        listeners.MapGet("{name}", Read).WithName("readListener").WithSummary("One listener").Refuses(404);
        listeners.MapGet("{name}/history", History).WithName("readListenerHistory").WithSummary("The versions of a listener, the newest first; also of one that was deleted").Refuses(404);
        listeners.MapPut("{name}", Put).Accepts<ListenerWish>("application/json").WithName("putListener")
            .WithSummary("Makes or replaces a listener; a secret that is not sent stays, null takes it away").Refuses(409, 415, 422);
        listeners.MapDelete("{name}", Remove).WithName("deleteListener").WithSummary("Deletes a listener; its versions are kept").Refuses(404);
        listeners.MapPost("{name}/runs", Run).Accepts<RunWish>("application/json").WithName("runListener")
            .WithSummary("Runs a listener once with an event and a record of one's own, and tells how it ended").Refuses(404, 415, 422);
    }

    public static async Task<Ok<IReadOnlyList<ListenerBody>>> List(Administrator who, ListenerShelf shelf, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<ListenerBody>>([.. (await shelf.All(cancellation)).Select(ListenerBody.Of)]);

    public static async Task<Results<Ok<ListenerBody>, ProblemHttpResult>> Read(string name, Administrator who, ListenerShelf shelf, CancellationToken cancellation) =>
        await Found(name, shelf, cancellation) is { } found ? TypedResults.Ok(ListenerBody.Of(found)) : Unknown();

    public static async Task<Results<Ok<IReadOnlyList<ListenerBody>>, ProblemHttpResult>> History(string name, Administrator who, ListenerShelf shelf, CancellationToken cancellation) =>
        ScriptName.TryParse(name, null, out var parsed) && await shelf.History(parsed, cancellation) is { Count: > 0 } versions
            ? TypedResults.Ok<IReadOnlyList<ListenerBody>>([.. versions.Select(ListenerBody.Of)])
            : Unknown();

    public static async Task<Results<Ok<ListenerBody>, Created<ListenerBody>>> Put(
        string name, Sent<ListenerWish> sent, Administrator who, ListenerShelf shelf, UiPlugins plugins, Audit audit, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed)) throw new Unacceptable("name", ScriptName.Rule);
        if (await shelf.Find(parsed, cancellation) is null && (await shelf.All(cancellation)).Count >= ListenerShelf.Most)
            throw new Unacceptable(null, $"There are {ListenerShelf.Most} listeners; delete some that nobody needs.", StatusCodes.Status409Conflict);
        var (listener, secret) = await sent.Wish.Read(parsed, sent.Mentions("secret"), plugins, cancellation);
        var made = await shelf.Put(
            listener, secret, who.Name, (transaction, isNew) => audit.Note(transaction, who, isNew ? "listener created" : "listener changed", parsed.Text, Detail(listener)), cancellation);
        var body = ListenerBody.Of((await shelf.Find(parsed, cancellation))!);
        return made ? TypedResults.Created($"{AdminApi.Root}/listeners/{parsed}", body) : TypedResults.Ok(body);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(string name, Administrator who, ListenerShelf shelf, Audit audit, CancellationToken cancellation) =>
        ScriptName.TryParse(name, null, out var parsed) && await shelf.Remove(parsed, transaction => audit.Note(transaction, who, "listener deleted", parsed.Text), cancellation)
            ? TypedResults.NoContent()
            : Unknown();

    public static async Task<Results<Ok<RunBody>, ProblemHttpResult>> Run(
        string name, Sent<RunWish> sent, Administrator who, ListenerShelf shelf, ListenerRuns runs, Audit audit, CancellationToken cancellation)
    {
        if (await Found(name, shelf, cancellation) is not { } found) return Unknown();
        // Whoever closes the page does not end a run half-way through what it does.
        var run = await runs.Run(found.Listener, sent.Wish.Occasion(who), CancellationToken.None);
        await audit.Note(who, "listener run", found.Listener.Name, $"{run.Id}", cancellation);
        return TypedResults.Ok(RunBody.Of(run));
    }

    private static string Detail(Listener listener) => listener.Enabled ? $"{listener.Type}" : $"{listener.Type}, switched off";

    private static async Task<KeptListener?> Found(string name, ListenerShelf shelf, CancellationToken cancellation) =>
        ScriptName.TryParse(name, null, out var parsed) ? await shelf.Find(parsed, cancellation) : null;

    private static ProblemHttpResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, "Not found", "There is no listener of this name; capitals make a difference. List them to see which there are.");
}
