using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>Somebody whom the organisation vouches for; without a rank it does not say that they may manage this server.</summary>
internal sealed record Vouched(string Subject, string Name, Rank? Rank);

/// <summary>Leads administrators to the organisation's provider, and takes them up when they come back.</summary>
internal sealed class OrganisationSignIn(ServerSettings settings, ProviderTrip trip, ServerKey key)
{
    public const string Start = "/sign-in/organisation";
    public const string Finish = "/sign-in/organisation/return";
    private const string Otherwise = ", or sign in as admin with the password";
    private readonly SealedState state = new(key, "sign-in through the organisation");

    private OrganisationSettings Organisation => settings.SignIn.Organisation;

    public bool Offered => Organisation is { Wanted: true, NamesAnybody: true };

    public string Name => Organisation.Name;

    /// <summary>Answers with the way to the provider; null when it went out, otherwise why it could not.</summary>
    public async Task<string?> Lead(HttpContext context, string root, string to) =>
        await trip.Lead(context, new Errand(root + Finish, state), new AuthenticationProperties { RedirectUri = to }) is { } failure ? trip.Why(failure, Otherwise) : null;

    /// <summary>Somebody and where they wanted to go, or why nobody came.</summary>
    public async Task<(Vouched? Person, string To, string? Why)> Receive(HttpContext context, string root)
    {
        var returned = await trip.Receive(context, new Errand(root + Finish, state));
        var to = returned.Carried?.RedirectUri ?? "";
        try
        {
            return returned.Claims is { } claims ? (Person(claims), to, null) : (null, to, trip.Why(returned.Failure, Otherwise));
        }
        catch (NotProven e)
        {
            return (null, to, trip.Why(e, Otherwise));
        }
    }

    private Vouched Person(JsonElement claims)
    {
        var name = PersonClaims.Account(claims, Organisation.NameClaim);
        // Without an identity token there may be no subject; then the name is all that there is.
        var subject = PersonClaims.Text(claims, "sub") ?? PersonClaims.Text(claims, "id") ?? name;
        return new Vouched($"{Organisation.Authority ?? Organisation.AuthorizationEndpoint} {subject}", name, RankMapping.Of(Organisation).For(name, PersonClaims.Values(claims, Organisation.RankClaim)));
    }
}
