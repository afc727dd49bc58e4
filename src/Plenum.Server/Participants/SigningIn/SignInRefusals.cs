using Plenum.Server.Conferences;

namespace Plenum.Server.Participants.SigningIn;

/// <summary>Why somebody is not taken to be signed in. Clients know these by the letters SSO.</summary>
public static class SignInRefusals
{
    public static readonly Refusal NotSetUp = new("SSO sign-in is asked for here and not set up on this server: ask whoever runs it");
    public static readonly Refusal ThroughTheProxy = new("SSO sign-in is asked for here: come in through your organisation's own address");
    public static readonly Refusal Forged = new("SSO token cannot be read: sign in again");
    public static readonly Refusal TooOld = new("SSO token is too old: sign in again");
    public static readonly Refusal Elsewhere = new("SSO token is for another conference: sign in for this one");
    public static readonly Refusal Used = new("SSO token was used before: sign in again");
    public static readonly Refusal NoWayBack = new($"SSO sign-in needs an sso_redirect_target with {ReturnTargets.Placeholder} in it");
    public static readonly Refusal StrangeWayBack = new("SSO sign-in leads back to this server alone, or to sites that its operator lists: this sso_redirect_target is neither");
    public static readonly Refusal HolderUnknown = new("SSO sign-in is asked for there, and whoever was sent had not signed in: come in by the conference's own link");
    public static readonly Refusal TransferNeedsIt = new("SSO sign-in is asked for there, and they have not signed in: send them the conference's link instead");
}
