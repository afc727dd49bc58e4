using System.Net.Http.Headers;
using System.Text.Json;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>Where a provider's doors are. Without an issuer it is one of OAuth 2.0 alone, and who somebody is comes from its own answer.</summary>
internal sealed record ProviderAddresses(string? Issuer, string Authorization, string Token, string? UserInformation, string? Keys);

/// <summary>The organisation's provider as it describes itself, asked anew now and then; its keys also when a token names one that is not known.</summary>
internal sealed class Provider(ServerSettings settings, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>So long nobody else waits for a provider that somebody has just found away.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private (ProviderAddresses Addresses, long At)? described;
    private long? away;
    private (ProviderKeys Keys, long At)? known;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1 << 20 };

    private OrganisationSettings Organisation => settings.SignIn.Organisation;

    /// <exception cref="HttpRequestException">The provider is away.</exception>
    public async Task<ProviderAddresses> Addresses(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (described is not { } now || time.GetElapsedTime(now.At) > Fresh) described = now = (await Asked(cancellation), time.GetTimestamp());
            return now.Addresses;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async Task<ProviderKeys> Keys(string? kid, CancellationToken cancellation)
    {
        if ((await Addresses(cancellation)).Keys is not { } address) return ProviderKeys.None;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (known is not { } now || time.GetElapsedTime(now.At) > Fresh || (!now.Keys.Has(kid) && time.GetElapsedTime(now.At) > Pause))
                known = now = (ProviderKeys.Of(await Read(address, null, cancellation)), time.GetTimestamp());
            return now.Keys;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async Task<JsonElement> Read(string address, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        try
        {
            using var read = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return read.RootElement.ValueKind is JsonValueKind.Object ? read.RootElement.Clone() : throw new NotProven("it does not answer with an object");
        }
        catch (JsonException)
        {
            throw new NotProven("it does not answer with JSON");
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        oneAtATime.Dispose();
    }

    private async Task<ProviderAddresses> Asked(CancellationToken cancellation)
    {
        if (away is { } since && time.GetElapsedTime(since) < Away) throw new HttpRequestException("It was away a moment ago.");
        try
        {
            return await Describe(cancellation);
        }
        catch (Exception e) when (e is not NotProven && !cancellation.IsCancellationRequested)
        {
            away = time.GetTimestamp();
            throw;
        }
    }

    private async Task<ProviderAddresses> Describe(CancellationToken cancellation)
    {
        if (Organisation.Authority?.TrimEnd('/') is not { } authority)
            return new ProviderAddresses(null, Organisation.AuthorizationEndpoint!, Organisation.TokenEndpoint!, Organisation.UserInformationEndpoint, null);
        var told = await Read($"{authority}/.well-known/openid-configuration", null, cancellation);
        string? Said(string name) => told.TryGetProperty(name, out var value) ? value.GetString() : null;
        // Whoever answers under the authority's address must call itself by it, or tokens of one could pass for another's.
        if (Said("issuer")?.TrimEnd('/') != authority) throw new NotProven("it describes itself as another issuer");
        return new ProviderAddresses(
            Said("issuer"),
            Organisation.AuthorizationEndpoint ?? Said("authorization_endpoint") ?? throw new NotProven("its description has no authorization_endpoint"),
            Organisation.TokenEndpoint ?? Said("token_endpoint") ?? throw new NotProven("its description has no token_endpoint"),
            Organisation.UserInformationEndpoint ?? Said("userinfo_endpoint"),
            Said("jwks_uri") ?? throw new NotProven("its description has no jwks_uri"));
    }
}
