using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Participants.SigningIn;

/// <summary>What somebody at the entrance has shown of who they are: enough, not yet anything, or what cannot be taken.</summary>
internal abstract record Recognition
{
    private Recognition()
    {
    }

    /// <summary>The proof is used up by a seat; there is none where a proxy vouches for every request.</summary>
    public sealed record Known(SignedIn Who, string? Proof) : Recognition;

    public sealed record Choose(ProviderBody Provider) : Recognition;

    public sealed record Led(ProviderBody Provider, string Way) : Recognition;

    public sealed record No(Refusal Refusal) : Recognition;
}

/// <summary>Asks people to sign in, where the conference asks for that. It decides nothing about PINs.</summary>
internal sealed class SignInDesk(ServerSettings settings, HeaderSignIn header, ReturnTargets targets, SignInSeals seals)
{
    private readonly ProviderBody? provider = settings.SignIn.Organisation is { Wanted: true } organisation ? new(organisation.Name, $"{ProviderId.Of(organisation)}", true) : null;

    public Recognition Of(HttpContext context, Listing listing, Body body)
    {
        if (header.Participant(context) is { } vouched && SignedIn.Of(vouched.Account, vouched.Name, null) is { } who) return new Recognition.Known(who, null);
        if (Said(body, "sso_token") is { } token) return Proven(listing, token);
        if (provider is null) return new Recognition.No(settings.SignIn.Header.Wanted ? SignInRefusals.ThroughTheProxy : SignInRefusals.NotSetUp);
        if (Said(body, "chosen_idp") != provider.Uuid) return new Recognition.Choose(provider);
        var target = Said(body, "sso_redirect_target");
        if (targets.Wrong(context.Request, target) is { } wrong) return new Recognition.No(wrong);
        return new Recognition.Led(provider, $"{context.Request.Scheme}://{context.Request.Host}{ParticipantSignIn.Start}?trip={seals.Seal(listing.Id, target!)}");
    }

    private Recognition Proven(Listing listing, string token) => seals.Proof(token) switch
    {
        null => new Recognition.No(SignInRefusals.Forged),
        var proof when seals.Over(proof.Until) => new Recognition.No(SignInRefusals.TooOld),
        var proof when proof.Conference != listing.Id.Value => new Recognition.No(SignInRefusals.Elsewhere),
        var proof => new Recognition.Known(proof.Who, proof.Serial),
    };

    /// <summary>Clients say <c>none</c> where they have nothing to say.</summary>
    private static string? Said(Body body, string name) => body.Text(name) is { Length: > 0 } said && said != "none" ? said : null;
}
