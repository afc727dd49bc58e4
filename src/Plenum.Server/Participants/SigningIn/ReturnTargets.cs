using Plenum.Server.Conferences;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Participants.SigningIn;

/// <summary>
/// Where somebody may be sent with the proof that they signed in: this server as they call it, and sites that an operator lists.
/// What a request asks for is believed once more by the browser that goes there, since only that says truly how the server is called.
/// </summary>
internal sealed class ReturnTargets(ServerSettings settings)
{
    public const string Placeholder = "__pexip-sso-token__";

    /// <summary>Ours, for those who want to say whom they expect before they ask to come in.</summary>
    public const string NamePlaceholder = "__plenum-sso-name__";

    public const int Longest = 2000;

    /// <summary>Why the target cannot be; null when it can.</summary>
    public Refusal? Wrong(HttpRequest request, string? target) =>
        string.IsNullOrEmpty(target) || !target.Contains(Placeholder, StringComparison.Ordinal) ? SignInRefusals.NoWayBack
        : target.Length > Longest || !Allows(request, target) ? SignInRefusals.StrangeWayBack
        : null;

    /// <summary>It begins with an allowed site and a slash, letter by letter, so that no two readers of addresses can disagree on where it leads.</summary>
    public bool Allows(HttpRequest request, string target) =>
        target.All(letter => letter is > ' ' and not ('\\' or (char)127))
        && settings.SignIn.Participants.ReturnTo.Append($"{request.Scheme}://{request.Host}").Any(site => target.StartsWith(site + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The address to go back to: with a proof and the name that it is for, or with none.</summary>
    public static string With(string target, string? token, string name = "") =>
        target.Replace(Placeholder, token ?? "none", StringComparison.Ordinal).Replace(NamePlaceholder, Uri.EscapeDataString(name), StringComparison.Ordinal);
}
