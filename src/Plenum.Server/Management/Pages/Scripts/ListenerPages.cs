using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Lobby;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Management.Pages.Scripts;

/// <summary>Listeners: made by picking a type, then a plugin, then one of its events or callbacks; written, tried once, switched off, and taken back to what they were.</summary>
internal static class ListenerPages
{
    public const string Path = "/listeners";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, async Task<IResult> (Visit visit, ListenerShelf shelf, CancellationToken cancellation, string? done = null, string? about = null) =>
            new PageResult<ListenersPage>(new { Visit = visit, Listeners = await shelf.All(cancellation), Done = done is null ? null : $"{about} is {done}." }));
        pages.MapGet($"{Path}/new", async Task<IResult> (Visit visit, UiPlugins plugins, CancellationToken cancellation, string type = "", string plugin = "", string happened = "") =>
            await Draw(visit, new ListenerDraft { IsNew = true, Type = type, Plugin = plugin, Happened = happened }, plugins, null, null, null, cancellation));
        pages.MapGet($"{Path}/{{name}}", Show);
        pages.MapPost(Path, Save);
        pages.MapPost($"{Path}/{{name}}/switch", Switch);
        pages.MapPost($"{Path}/{{name}}/delete", Delete);
        pages.MapPost($"{Path}/{{name}}/run", Run);
    }

    private static async Task<IResult> Draw(
        Visit visit, ListenerDraft draft, UiPlugins plugins, IReadOnlyList<KeptListener>? history, RunBody? ran, string? wrong, CancellationToken cancellation, string? done = null) => new PageResult<ListenerPage>(
            new { Visit = visit, Draft = draft, Plugins = (await plugins.All(cancellation)).Select(one => one.Plugin).ToList(), History = history ?? [], Ran = ran, Wrong = wrong, Done = done },
            wrong is null ? 200 : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Show(string name, Visit visit, ListenerShelf shelf, UiPlugins plugins, CancellationToken cancellation, long version = 0, string? done = null)
    {
        if (!ScriptName.TryParse(name, null, out var parsed) || await shelf.History(parsed, cancellation) is not { Count: > 0 } history) return Results.NotFound();
        var kept = version > 0 ? history.FirstOrDefault(one => one.Version == version) : await shelf.Find(parsed, cancellation) ?? history[0];
        if (kept is null) return Results.NotFound();
        return await Draw(visit, ListenerDraft.Of(kept), plugins, history, null, null, cancellation, done is null ? version > 0 ? $"This is version {version}; saving makes it the newest." : null : "Saved.");
    }

    private static async Task<IResult> Save(HttpContext context, Visit visit, ListenerShelf shelf, UiPlugins plugins, Audit audit, CancellationToken cancellation)
    {
        var draft = ListenerDraft.Read(await context.Request.ReadFormAsync(cancellation));
        try
        {
            await ListenerDoors.Put(draft.Name, draft.Wish(), visit.Who, shelf, plugins, audit, cancellation);
            return AdminPages.Back($"{Path}/{draft.Name}", "saved");
        }
        catch (Unacceptable no)
        {
            return await Draw(visit, draft, plugins, null, null, no.Message, cancellation);
        }
    }

    private static async Task<IResult> Switch(string name, Visit visit, ListenerShelf shelf, Audit audit, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed) || await shelf.Find(parsed, cancellation) is not { } found) return Results.NotFound();
        var on = !found.Listener.Enabled;
        await shelf.Put(
            found.Listener with { Enabled = on }, default, visit.Who.Name, (transaction, _) => audit.Note(transaction, visit.Who, "listener changed", name, on ? "switched on" : "switched off"), cancellation);
        return AdminPages.Back(Path, on ? "on" : "off", name);
    }

    private static async Task<IResult> Delete(string name, Visit visit, ListenerShelf shelf, Audit audit, CancellationToken cancellation)
    {
        await ListenerDoors.Remove(name, visit.Who, shelf, audit, cancellation);
        return AdminPages.Back(Path, "deleted", name);
    }

    /// <summary>Once, with an event and a record of one's own.</summary>
    private static async Task<IResult> Run(
        string name, HttpContext context, Visit visit, ListenerShelf shelf, ListenerRuns runs, UiPlugins plugins, ConferenceDirectory directory, Audit audit, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed) || await shelf.Find(parsed, cancellation) is not { } found) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancellation);
        var draft = ListenerDraft.Of(found) with { SampleEvent = $"{form["event"]}", SampleRecord = $"{form["record"]}" };
        var history = await shelf.History(parsed, cancellation);
        try
        {
            var wish = new RunWish { Event = Json(draft.SampleEvent, "The event"), Record = Record(draft.SampleRecord, directory) };
            var run = await runs.Run(found.Listener, wish.Occasion(visit.Who), CancellationToken.None);
            await audit.Note(visit.Who, "listener run", name, $"{run.Id}", cancellation);
            return await Draw(visit, draft, plugins, history, RunBody.Of(run), null, cancellation);
        }
        catch (Unacceptable no)
        {
            return await Draw(visit, draft, plugins, history, null, no.Message, cancellation);
        }
    }

    private static JsonElement? Json(string text, string what)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            throw new Unacceptable(null, $"{what} is not JSON that can be read.");
        }
    }

    /// <summary>Any JSON object, or the alias of a conference.</summary>
    private static JsonElement? Record(string text, ConferenceDirectory directory)
    {
        if (Plenum.Server.Conferences.ConferenceAlias.TryParse(text.Trim(), null, out var alias) && directory.Find(alias) is { } listing)
            return JsonSerializer.SerializeToElement(new JsonObject { ["id"] = $"{listing.Id}", ["label"] = listing.Name, ["name"] = listing.Name, ["alias"] = text.Trim() });
        return Json(text, "The record (the alias of a conference, or an object)");
    }
}
