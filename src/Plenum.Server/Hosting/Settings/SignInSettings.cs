using System.Net;

namespace Plenum.Server.Hosting.Settings;

/// <summary>How administrators, and participants where a conference asks for it, may prove who they are.</summary>
public sealed record SignInSettings
{
    public const string Everybody = "everybody", AdminAlone = "admin", Nobody = "nobody";

    /// <summary>Who may use a password: everybody, <c>admin</c> alone (the way back when the organisation's provider is away), or nobody.</summary>
    public string Passwords { get; init; } = Everybody;

    public OrganisationSettings Organisation { get; init; } = new();

    public HeaderSettings Header { get; init; } = new();

    public ParticipantSettings Participants { get; init; } = new();

    /// <summary>Whether a conference can ask its participants to sign in.</summary>
    internal bool ForParticipants => Organisation.Wanted || Header.Wanted;

    internal bool AllowsPassword(string name) => Passwords == Everybody || (Passwords == AdminAlone && name == "admin");

    /// <summary>What contradicts itself; null when nothing does.</summary>
    internal string? Wrong()
    {
        if (Passwords is not (Everybody or AdminAlone or Nobody)) return $"Plenum:SignIn:Passwords is '{Passwords}': write everybody, admin or nobody";
        if (Organisation.Wrong() is { } organisation) return $"Plenum:SignIn:Organisation: {organisation}";
        if (Header.Wrong() is { } header) return $"Plenum:SignIn:Header: {header}";
        if (Participants.Wrong() is { } participants) return $"Plenum:SignIn:Participants: {participants}";
        return Passwords == Nobody && !(Organisation.Wanted && Organisation.Owners.Count > 0) && !(Header.Wanted && Header.Owners.Count > 0)
            ? "Plenum:SignIn:Passwords is nobody, and no owner can come in any other way: name Owners of an Organisation or a Header, or write admin"
            : null;
    }
}

/// <summary>An OAuth 2.0 or OpenID Connect provider, and which of its people may manage this server; with nobody named it is for participants alone.</summary>
public sealed record OrganisationSettings
{
    /// <summary>What the button on the sign-in form calls it.</summary>
    public string Name { get; init; } = "your organisation";

    /// <summary>The OpenID provider's address, under which its description is.</summary>
    public string? Authority { get; init; }

    /// <summary>For a provider of OAuth 2.0 without a description: its three addresses.</summary>
    public string? AuthorizationEndpoint { get; init; }

    public string? TokenEndpoint { get; init; }

    public string? UserInformationEndpoint { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>A file that holds the secret, for those who keep it out of the configuration.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>None means openid, profile and email.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The claim that an account is called after.</summary>
    public string NameClaim { get; init; } = "email";

    /// <summary>The claim whose values the lists below name; dots lead into objects.</summary>
    public string RankClaim { get; init; } = "groups";

    public IReadOnlyList<string> Owners { get; init; } = [];

    public IReadOnlyList<string> Editors { get; init; } = [];

    public IReadOnlyList<string> Viewers { get; init; } = [];

    internal bool Wanted => Authority is not null || AuthorizationEndpoint is not null;

    /// <summary>Whether any administrator comes in this way.</summary>
    internal bool NamesAnybody => Owners.Count + Editors.Count + Viewers.Count > 0;

    internal string Secret() => (ClientSecretFile is { } file ? File.ReadAllText(file) : ClientSecret ?? "").Trim();

    internal string? Wrong()
    {
        if (!Wanted) return null;
        if (string.IsNullOrWhiteSpace(ClientId)) return "ClientId is required";
        if (Authority is null && (TokenEndpoint is null || UserInformationEndpoint is null)) return "without an Authority, TokenEndpoint and UserInformationEndpoint are required";
        foreach (var address in (string?[])[Authority, AuthorizationEndpoint, TokenEndpoint, UserInformationEndpoint])
        {
            if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))))
                return $"'{address}' is no https:// address; plain http:// is taken on this machine alone";
        }

        return ClientSecretFile is { } file && !File.Exists(file) ? $"ClientSecretFile {file} does not exist" : null;
    }
}

/// <summary>A proxy that has signed people in and says so in a header. Believed from its own addresses alone.</summary>
public sealed record HeaderSettings
{
    public string? Name { get; init; }

    /// <summary>The header with the name that other participants see; without one they see what <see cref="Name"/> says.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The header with the person's groups, separated by commas.</summary>
    public string? Groups { get; init; }

    /// <summary>Addresses and networks of the proxy.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    public IReadOnlyList<string> Owners { get; init; } = [];

    public IReadOnlyList<string> Editors { get; init; } = [];

    public IReadOnlyList<string> Viewers { get; init; } = [];

    internal bool Wanted => Name is not null;

    /// <summary>Whether any administrator comes in this way.</summary>
    internal bool NamesAnybody => Owners.Count + Editors.Count + Viewers.Count > 0;

    internal bool Trusts(IPAddress? peer) => peer is not null && From.Any(from =>
        IPAddress.TryParse(from, out var address) ? address.Equals(Plain(peer)) : IPNetwork.Parse(from).Contains(Plain(peer)));

    internal string? Wrong()
    {
        if (!Wanted) return null;
        if (From.Count == 0) return "From is required: the addresses of the proxy that may say who somebody is";
        return From.FirstOrDefault(from => !IPAddress.TryParse(from, out _) && !IPNetwork.TryParse(from, out _)) is { } bad ? $"From has '{bad}', which is neither an address nor a network" : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
