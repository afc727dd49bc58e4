using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>Who manages the server, and which programs do.</summary>
internal static class AccountPages
{
    public const string Path = "/accounts";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Visit visit, AdminAccounts accounts, ApiKeys keys, CancellationToken cancellation, string? done = null, string? about = null) =>
            Page(visit, accounts, keys, cancellation, done: Said(done), undo: Undo(done, about)));
        pages.MapPost(Path, Open);
        pages.MapPost($"{Path}/keys", MakeKey);
        pages.MapPost($"{Path}/keys/{{id:guid}}/revoke", RevokeKey);
        pages.MapPost($"{Path}/keys/{{id:guid}}/restore", RestoreKey);
        pages.MapPost($"{Path}/{{name}}/restore", Restore);
        pages.MapPost($"{Path}/{{name}}/rank", Promote);
        pages.MapPost($"{Path}/{{name}}/password", SetPassword);
        pages.MapPost($"{Path}/{{name}}/close", Close);
    }

    private static async Task<IResult> Page(
        Visit visit, AdminAccounts accounts, ApiKeys keys, CancellationToken cancellation, string? done = null, Unacceptable? wrong = null, (string For, string Text)? secret = null, string? undo = null) =>
        new PageResult<AccountsPage>(
            new
            {
                Visit = visit,
                Accounts = await accounts.All(cancellation),
                Closed = await accounts.Removed.All(cancellation),
                Keys = await keys.All(cancellation),
                Revoked = await keys.Revoked(cancellation),
                Done = done,
                Undo = undo,
                Wrong = wrong?.Message,
                SecretFor = secret?.For,
                Secret = secret?.Text,
            },
            wrong?.Status ?? 200);

    private static Task<IResult> Open(HttpContext context, Visit visit, AdminAccounts accounts, ApiKeys keys, Audit audit, CancellationToken cancellation) => Tried(visit, accounts, keys, async () =>
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var sent = new Sent<AccountWish>(new AccountWish { Name = form["name"], Rank = Wanted(form) }, new HashSet<string> { "name", "rank" });
        var made = (await AccountDoors.Open(sent, visit.Who, accounts, audit, cancellation)).Value!;
        return await Page(visit, accounts, keys, cancellation, done: $"{made.Name} may sign in.", secret: ($"The password of {made.Name}", made.Password));
    }, cancellation);

    private static Task<IResult> MakeKey(HttpContext context, Visit visit, AdminAccounts accounts, ApiKeys keys, Audit audit, CancellationToken cancellation) => Tried(visit, accounts, keys, async () =>
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var sent = new Sent<KeyWish>(new KeyWish { Name = form["name"], Rank = Wanted(form) }, new HashSet<string> { "name", "rank" });
        var made = (await KeyDoors.Make(sent, visit.Who, keys, audit, cancellation)).Value!;
        return await Page(visit, accounts, keys, cancellation, done: $"The key {made.Name} works at once.", secret: ($"The key {made.Name}", made.Key));
    }, cancellation);

    private static async Task<IResult> RevokeKey(Guid id, Visit visit, ApiKeys keys, Audit audit, CancellationToken cancellation)
    {
        await KeyDoors.Revoke(id, visit.Who, keys, audit, cancellation);
        return AdminPages.Back(Path, "revoked", $"{id}");
    }

    private static async Task<IResult> RestoreKey(Guid id, Visit visit, ApiKeys keys, Audit audit, CancellationToken cancellation) =>
        (await KeyDoors.Restore(id, visit.Who, keys, audit, cancellation)).Result is NoContent ? AdminPages.Back(Path, "keyBack") : Results.NotFound();

    private static Task<IResult> Restore(string name, Visit visit, AdminAccounts accounts, ApiKeys keys, Audit audit, CancellationToken cancellation) => Tried(visit, accounts, keys, async () =>
        (await AccountDoors.Restore(name, visit.Who, accounts, audit, cancellation)).Result is NoContent ? AdminPages.Back(Path, "restored") : Results.NotFound(), cancellation);

    private static Task<IResult> Promote(string name, HttpContext context, Visit visit, AdminAccounts accounts, ApiKeys keys, Audit audit, CancellationToken cancellation) => Tried(visit, accounts, keys, async () =>
    {
        var wish = new AccountWish { Rank = Wanted(await context.Request.ReadFormAsync(cancellation)) };
        await AccountDoors.Change(name, new Sent<AccountWish>(wish, new HashSet<string> { "rank" }), visit.Who, accounts, audit, cancellation);
        return AdminPages.Back(Path, "saved");
    }, cancellation);

    private static Task<IResult> SetPassword(string name, Visit visit, AdminAccounts accounts, ApiKeys keys, Audit audit, CancellationToken cancellation) => Tried(visit, accounts, keys, async () =>
    {
        var wish = new AccountWish { Password = AdminAccounts.Generated() };
        await AccountDoors.Change(name, new Sent<AccountWish>(wish, new HashSet<string> { "password" }), visit.Who, accounts, audit, cancellation);
        if (name == visit.Who.Name && visit.BySession) return new PageResult<NoticePage>(new { Title = "Your new password", Text = $"{wish.Password}: keep it now, it is not shown again. Everybody signed in as {name} must sign in with it." });
        return await Page(visit, accounts, keys, cancellation, done: $"{name} has a new password.", secret: ($"The password of {name}", wish.Password));
    }, cancellation);

    private static Task<IResult> Close(string name, Visit visit, AdminAccounts accounts, ApiKeys keys, Audit audit, CancellationToken cancellation) => Tried(visit, accounts, keys, async () =>
    {
        await AccountDoors.Close(name, visit.Who, accounts, audit, cancellation);
        return AdminPages.Back(Path, "closed", name);
    }, cancellation);

    private static async Task<IResult> Tried(Visit visit, AdminAccounts accounts, ApiKeys keys, Func<Task<IResult>> step, CancellationToken cancellation)
    {
        try
        {
            return await step();
        }
        catch (Unacceptable e)
        {
            return await Page(visit, accounts, keys, cancellation, wrong: e);
        }
    }

    private static Rank Wanted(IFormCollection form) => Enum.TryParse<Rank>(form["rank"], out var rank) && Enum.IsDefined(rank) ? rank : throw new Unacceptable("rank", "Choose a rank.");

    private static string? Said(string? done) => done switch
    {
        "saved" => "Saved. Whoever was signed in with it must sign in again.",
        "closed" => "The account is closed.",
        "restored" => "The account is back, with its password and rank.",
        "revoked" => "The key is revoked.",
        "keyBack" => "The key works again.",
        _ => null,
    };

    /// <summary>The address that takes back what was just done, if anything does.</summary>
    private static string? Undo(string? done, string? about) => (done, about) switch
    {
        ("closed", { } name) => $"{AdminPages.Root}{Path}/{Uri.EscapeDataString(name)}/restore",
        ("revoked", { } id) => $"{AdminPages.Root}{Path}/keys/{Uri.EscapeDataString(id)}/restore",
        _ => null,
    };
}
