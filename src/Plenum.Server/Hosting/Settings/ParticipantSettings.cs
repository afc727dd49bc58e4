namespace Plenum.Server.Hosting.Settings;

/// <summary>How participants sign in where a conference asks for it, beside what they share with administrators.</summary>
public sealed record ParticipantSettings
{
    /// <summary>The claim that others see as their name; who has none is shown by what accounts are called after.</summary>
    public string NameClaim { get; init; } = "name";

    /// <summary>Sites besides this server that people may be sent back to with the proof that they signed in.</summary>
    public IReadOnlyList<string> ReturnTo { get; init; } = [];

    internal string? Wrong() => ReturnTo.FirstOrDefault(site => !IsSite(site)) is { } bad
        ? $"ReturnTo has '{bad}': write a site like https://rooms.example.org, without a path; plain http:// is taken on this machine alone"
        : string.IsNullOrWhiteSpace(NameClaim) ? "NameClaim is empty: write the claim that people are shown by, such as name" : null;

    private static bool IsSite(string site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)) && uri.GetLeftPart(UriPartial.Authority) == site;
}
