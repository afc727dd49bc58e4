using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;

namespace Plenum.Server.Management;

/// <summary>The people who manage the server. Only owners come in here.</summary>
internal static class AccountDoors
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("accounts").WithTags("Accounts");
        accounts.MapGet("", List).WithName("listAccounts").WithSummary("Who manages the server");
        accounts.MapPost("", Open).Accepts<AccountWish>("application/json").WithName("openAccount").WithSummary("Opens an account; its password is shown only in this answer").Refuses(409, 415, 422);
        accounts.MapPatch("{name}", Change).Accepts<AccountWish>("application/json").WithName("changeAccount").WithSummary("Gives another rank or password; who is signed in with it must sign in again").Refuses(404, 409, 415, 422);
        accounts.MapDelete("{name}", Close).WithName("closeAccount").WithSummary("Closes an account at once; it can be brought back for 30 days").Refuses(404, 409);
        accounts.MapGet("removed", Removed).WithName("listRemovedAccounts").WithSummary("What was closed in the last 30 days, the latest first");
        accounts.MapPost("{name}/restore", Restore).WithName("restoreAccount").WithSummary("Brings a closed account back with its password and rank").Refuses(404, 409);
    }

    public static async Task<Ok<IReadOnlyList<AdminAccount>>> List(AdminAccounts accounts, CancellationToken cancellation) => TypedResults.Ok(await accounts.All(cancellation));

    public static async Task<Created<NewAccountBody>> Open(Sent<AccountWish> sent, Administrator who, AdminAccounts accounts, Audit audit, CancellationToken cancellation)
    {
        var (wish, name) = (sent.Wish, sent.Wish.Name ?? "");
        if (name.Length is 0 or > 100 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@'))
            throw new Unacceptable("name", "name is required: 1 to 100 letters, digits, or any of . - _ @.");
        if (wish.Rank is not { } rank) throw new Unacceptable("rank", "rank is required: owner, editor or viewer.");
        if (sent.Mentions("password")) throw new Unacceptable("password", "A new account gets a password that nobody chose; the answer has it. Set another with PATCH.");
        if ((await accounts.Removed.All(cancellation)).Any(one => one.Name == name))
            throw new Unacceptable("name", $"The account {name} was closed and can still be brought back; do that and give it another password and rank, or choose another name.", StatusCodes.Status409Conflict);
        var password = await accounts.Open(name, rank, transaction => audit.Note(transaction, who, "account opened", name, rank.InWords()), cancellation);
        if (password is null) throw new Unacceptable("name", $"There is an account {name} already; choose another name.", StatusCodes.Status409Conflict);
        return TypedResults.Created($"{AdminApi.Root}/accounts/{Uri.EscapeDataString(name)}", new NewAccountBody(name, rank, password));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Change(
        string name, Sent<AccountWish> sent, Administrator who, AdminAccounts accounts, Audit audit, CancellationToken cancellation)
    {
        if (sent.Mentions("name")) throw new Unacceptable("name", "A name stays; open another account instead.");
        if (!sent.Mentions("rank") && !sent.Mentions("password")) throw new Unacceptable(null, "Send rank, password, or both.");
        if (sent.Mentions("password") && sent.Wish.Password is not { Length: >= ShortestPassword and <= LongestPassword })
            throw new Unacceptable("password", $"password is {ShortestPassword} to {LongestPassword} characters.");
        if (sent.Mentions("rank") && sent.Wish.Rank is null) throw new Unacceptable("rank", "rank is owner, editor or viewer.");
        if (sent.Wish.Rank is { } rank)
        {
            if (name == AdminAccounts.First && rank != Rank.Owner) throw Always();
            if (!await accounts.Promote(name, rank, transaction => audit.Note(transaction, who, "account changed", name, rank.InWords()), cancellation)) return NoSuch();
        }

        if (sent.Wish.Password is not null && (await accounts.All(cancellation)).Any(account => account.Name == name && account.Vouched))
            throw new Unacceptable("password", "Somebody else proves who this is, so there is no password here.", StatusCodes.Status409Conflict);
        if (sent.Wish.Password is { } password
            && !await accounts.SetPassword(name, password, transaction => audit.Note(transaction, who, "account changed", name, "password"), cancellation))
            return NoSuch();
        return TypedResults.NoContent();
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Close(string name, Administrator who, AdminAccounts accounts, Audit audit, CancellationToken cancellation)
    {
        if (name == AdminAccounts.First) throw Always();
        return await accounts.Close(name, transaction => audit.Note(transaction, who, "account closed", name), cancellation) ? TypedResults.NoContent() : NoSuch();
    }

    public static async Task<Ok<IReadOnlyList<RemovedAccount>>> Removed(AdminAccounts accounts, CancellationToken cancellation) => TypedResults.Ok(await accounts.Removed.All(cancellation));

    public static async Task<Results<NoContent, ProblemHttpResult>> Restore(string name, Administrator who, AdminAccounts accounts, Audit audit, CancellationToken cancellation)
    {
        if (await accounts.Removed.Restore(name, transaction => audit.Note(transaction, who, "account restored", name), cancellation)) return TypedResults.NoContent();
        return (await accounts.Removed.All(cancellation)).Any(one => one.Name == name)
            ? throw new Unacceptable("name", $"There is an account {name} again, or one of the same person; close that first.", StatusCodes.Status409Conflict)
            : Problem.NotFound("closed account");
    }

    private static ProblemHttpResult NoSuch() => Problem.NotFound("account");

    private static Unacceptable Always() => new("name", $"{AdminAccounts.First} is always there and always an owner, so that nobody locks themselves out.", StatusCodes.Status409Conflict);
}

/// <summary>An account that is wanted, or what of it should change.</summary>
internal sealed record AccountWish
{
    public string? Name { get; init; }

    public Rank? Rank { get; init; }

    public string? Password { get; init; }
}

/// <summary>The one answer that has a new account's password in it.</summary>
internal sealed record NewAccountBody(string Name, Rank Rank, string Password);
