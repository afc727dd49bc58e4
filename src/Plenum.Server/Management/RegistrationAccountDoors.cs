using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>Aliases that devices may register under, to be called by a conference.</summary>
internal static class RegistrationAccountDoors
{
    public const int ShortestPassword = 8;

    public static void MapRegistrations(this IEndpointRouteBuilder api)
    {
        var registrations = api.MapGroup("registrations").WithTags("Registrations");
        registrations.MapGet("", List).WithName("listRegistrations").WithSummary("The aliases that may be registered");
        registrations.MapPost("", Create).Accepts<RegistrationWish>("application/json").WithName("createRegistration").WithSummary("Lets a device register under an alias").Refuses(409, 415, 422);
        registrations.MapDelete("{alias}", Delete).WithName("deleteRegistration").WithSummary("Takes an alias away; a device that is online under it is cut off. It can be brought back for 30 days").Refuses(404);
        registrations.MapGet("removed", Removed).WithName("listRemovedRegistrations").WithSummary("What was deleted in the last 30 days, the latest first");
        registrations.MapPost("{alias}/restore", Restore).WithName("restoreRegistration").WithSummary("Lets a device register under a deleted alias again, with the same password").Refuses(404, 409);
    }

    public static async Task<Ok<IReadOnlyList<RegistrationBody>>> List(
        RegistrationAccounts accounts, Switchboard switchboard, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<RegistrationBody>>([.. (await accounts.All(cancellation)).Select(account => RegistrationBody.Of(account, switchboard))]);

    public static async Task<Results<Created<RegistrationBody>, ProblemHttpResult>> Create(
        Sent<RegistrationWish> sent, Administrator who, RegistrationAccounts accounts, Switchboard switchboard, Audit audit, CancellationToken cancellation)
    {
        var wish = sent.Wish;
        if (!ConferenceAlias.TryParse(wish.Alias, null, out var alias))
            throw new Unacceptable("alias", "alias is required: 1 to 250 characters without spaces, slashes, quotes or any of < > ? # %.");
        var user = DisplayName.Clean(wish.UserName ?? "");
        if (user.Length == 0 || user != wish.UserName || user.Contains(':', StringComparison.Ordinal)) throw new Unacceptable("userName", "userName is required: 1 to 100 characters without a colon.");
        if (wish.Password is not { Length: >= ShortestPassword and <= 200 }) throw new Unacceptable("password", $"password is required: {ShortestPassword} to 200 characters.");
        var added = await accounts.Add(
            alias.Text, user, wish.Password, transaction => audit.Note(transaction, who, "registration created", alias.Text, user), cancellation);
        return added is null
            ? Problem.Of(StatusCodes.Status409Conflict, "Conflict", $"The alias {alias} can be registered already; delete it first to change its password.", "alias")
            : TypedResults.Created($"{AdminApi.Root}/registrations/{Uri.EscapeDataString(alias.Text)}", RegistrationBody.Of(added, switchboard));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string alias, Administrator who, RegistrationAccounts accounts, Switchboard switchboard, Audit audit, CancellationToken cancellation)
    {
        var name = alias.ToLowerInvariant();
        if (!await accounts.Remove(name, transaction => audit.Note(transaction, who, "registration deleted", name), cancellation))
            return NoSuch("registration");
        switchboard.CutOff(name);
        return TypedResults.NoContent();
    }

    public static async Task<Ok<IReadOnlyList<RemovedRegistration>>> Removed(RegistrationAccounts accounts, CancellationToken cancellation) => TypedResults.Ok(await accounts.Removed.All(cancellation));

    public static async Task<Results<NoContent, ProblemHttpResult>> Restore(string alias, Administrator who, RegistrationAccounts accounts, Audit audit, CancellationToken cancellation)
    {
        var name = alias.ToLowerInvariant();
        if (await accounts.Removed.Restore(name, transaction => audit.Note(transaction, who, "registration restored", name), cancellation)) return TypedResults.NoContent();
        return (await accounts.Removed.All(cancellation)).Any(one => one.Alias == name)
            ? Problem.Of(StatusCodes.Status409Conflict, "Conflict", $"The alias {name} can be registered again already; delete that first.", "alias")
            : NoSuch("deleted registration");
    }

    private static ProblemHttpResult NoSuch(string what) => Problem.Of(StatusCodes.Status404NotFound, "Not found", $"There is no {what} for this alias; list them to see which there are.");
}

/// <summary>An alias that a device is to register under.</summary>
internal sealed record RegistrationWish
{
    public string? Alias { get; init; }

    public string? UserName { get; init; }

    /// <summary>8 to 200 characters; only its hash is kept.</summary>
    public string? Password { get; init; }
}

/// <summary>An alias that may be registered, and whether a device is online under it here.</summary>
internal sealed record RegistrationBody(string Alias, string UserName, DateTimeOffset CreatedAt, bool Online)
{
    public static RegistrationBody Of(RegistrationAccount account, Switchboard switchboard) =>
        new(account.Alias, account.UserName, account.CreatedAt, switchboard.Online(account.Alias));
}
