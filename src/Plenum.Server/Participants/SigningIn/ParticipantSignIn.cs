using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Conferences;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Participants.SigningIn;

/// <summary>Leads participants to the organisation's provider, and takes them up when they come back with a proof for one conference.</summary>
internal sealed class ParticipantSignIn(ServerSettings settings, ProviderTrip trip, SignInSeals seals, ServerKey key)
{
    public const string Start = "/sign-in/begin";
    public const string Finish = "/sign-in/return";
    private const string Conference = "conference", To = "to";
    private readonly SealedState state = new(key, "sign-in of participants");
    private readonly string provider = $"{ProviderId.Of(settings.SignIn.Organisation)}";

    public bool Offered => settings.SignIn.Organisation.Wanted;

    /// <summary>What the organisation is called.</summary>
    public string Organisation => settings.SignIn.Organisation.Name;

    public bool Over(SignInTrip wanted) => seals.Over(wanted.Until);

    public SignInTrip? Read(string? sealedTrip) => seals.Trip(sealedTrip);

    /// <summary>Answers with the way to the provider; null when it went out, otherwise what stood in the way.</summary>
    public async Task<Obstacle?> Lead(HttpContext context, SignInTrip wanted)
    {
        var carried = new AuthenticationProperties { Items = { [Conference] = $"{wanted.Conference}", [To] = wanted.To } };
        return await trip.Lead(context, new Errand(Finish, state), carried) is { } failure ? Obstacle.Of(failure) : null;
    }

    /// <summary>Where they wanted to go, who they are, and the proof to take there; or why there is none.</summary>
    public async Task<(string? To, SignedIn? Who, string? Proof, Obstacle? Why)> Receive(HttpContext context)
    {
        var returned = await trip.Receive(context, new Errand(Finish, state));
        var to = returned.Carried?.Items.TryGetValue(To, out var target) == true ? target : null;
        if (returned.Claims is not { } claims || to is null || !Guid.TryParse(returned.Carried!.Items[Conference], out var conference)) return (to, null, null, Obstacle.Of(returned.Failure));
        try
        {
            var who = Person(claims);
            return (to, who, seals.Prove(new ConferenceId(conference), who), null);
        }
        catch (NotProven e)
        {
            return (to, null, null, Obstacle.Of(e));
        }
    }

    private SignedIn Person(JsonElement claims)
    {
        var claim = settings.SignIn.Organisation.NameClaim;
        return SignedIn.Of(PersonClaims.Account(claims, claim), PersonClaims.Text(claims, settings.SignIn.Participants.NameClaim), provider)
            ?? throw new NotProven($"it does not tell your {claim}");
    }
}
