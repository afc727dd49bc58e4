using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>ASP.NET's OAuth with what OpenID Connect adds: a nonce that the identity token must repeat, and that token checked.</summary>
internal sealed class OrganisationHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, Provider provider, ProviderAddresses addresses)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";

    /// <summary>What the provider said of the person, once they came back with a code that was worth something.</summary>
    public JsonElement? Claims { get; private set; }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        properties.Items[Nonce] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, nonce);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync() =>
        addresses.Issuer is { } issuer && Request.Query["iss"] is [{ } said] && said != issuer
            ? HandleRequestResult.Fail(new NotProven("another issuer answered"))
            : await base.HandleRemoteAuthenticateAsync();

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var proven = addresses.Issuer is null ? (JsonElement?)null : await Proven(properties, tokens);
        var told = addresses.UserInformation is { } address && tokens.AccessToken is { } token ? await provider.Read(address, token, Context.RequestAborted) : (JsonElement?)null;
        Claims = PersonClaims.Merged(proven, told) ?? throw new NotProven("it says nothing of who you are");
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private async Task<JsonElement> Proven(AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        if (tokens.Response?.RootElement is not { } answer || !answer.TryGetProperty("id_token", out var value) || value.GetString() is not { } token) throw new NotProven("it sends no identity token");
        var keys = await provider.Keys(IdToken.KeyOf(token), Context.RequestAborted);
        return IdToken.Check(token, keys, addresses.Issuer!, Options.ClientId, properties.Items[Nonce] ?? "", TimeProvider.GetUtcNow());
    }
}

/// <summary>One set of options for the one scheme there is.</summary>
internal sealed class TheseOptions(OAuthOptions options) : IOptionsMonitor<OAuthOptions>
{
    public OAuthOptions CurrentValue => options;

    public OAuthOptions Get(string? name) => options;

    public IDisposable? OnChange(Action<OAuthOptions, string?> listener) => null;
}
