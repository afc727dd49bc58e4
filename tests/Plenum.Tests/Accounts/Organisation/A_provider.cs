using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts.Organisation;

/// <summary>How a provider may lie or fail.</summary>
public enum Lie
{
    None,
    OtherNonce,
    NoNonce,
    OtherIssuer,
    OtherAudience,
    Expired,
    Unsigned,
    SignedByStranger,
    SignedWithThePublicKey,
    NoToken,
    AnotherPerson,
    Unverified,
    Denies,
    Breaks,
    NamesAnotherIssuerOnReturn,
}

/// <summary>A small OpenID provider on this machine: discovery, authorisation code with PKCE, user information, keys. It signs whoever comes in as its one person.</summary>
internal sealed class A_provider : IAsyncDisposable
{
    public const string Client = "plenum", Secret = "a secret between the two";
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _stranger = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string? Nonce, string Return)> _codes = new();
    private readonly WebApplication _app;

    private A_provider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(Address);
        _app.MapGet("/.well-known/openid-configuration", (HttpContext context) => context.Response.WriteAsJsonAsync(new Dictionary<string, string>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["userinfo_endpoint"] = $"{Address}/me",
            ["jwks_uri"] = $"{Address}/keys",
        }));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", Exchange);
        _app.MapGet("/me", (HttpContext context) => context.Response.WriteAsJsonAsync(new Dictionary<string, object> { ["sub"] = Lie is Lie.AnotherPerson ? "somebody-else" : Subject, ["groups"] = Groups }));
        _app.MapGet("/keys", Keys);
    }

    public string Address { get; } = $"http://127.0.0.1:{FreePort.Take()}";

    public string Subject { get; set; } = "1";

    public string Email { get; set; } = "grace@example.org";

    /// <summary>Null says nothing of it.</summary>
    public string? Name { get; set; }

    public string[] Groups { get; set; } = [];

    public Lie Lie { get; set; }

    /// <summary>Keeps the browser instead of sending it back, so that a test can.</summary>
    public bool Holds { get; set; }

    /// <summary>Where the browser was sent back to last.</summary>
    public string Back { get; private set; } = "";

    public static async Task<A_provider> Start()
    {
        var provider = new A_provider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _stranger.Dispose();
    }

    private Task Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        Assert.Equal((Client, "code", "S256"), ($"{query["client_id"]}", $"{query["response_type"]}", $"{query["code_challenge_method"]}"));
        Assert.Contains("openid", $"{query["scope"]}", StringComparison.Ordinal);
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = ($"{query["code_challenge"]}", query["nonce"], $"{query["redirect_uri"]}");
        var said = new Dictionary<string, string?> { ["state"] = query["state"], [Lie is Lie.Denies ? "error" : "code"] = Lie is Lie.Denies ? "access_denied" : code };
        if (Lie is Lie.NamesAnotherIssuerOnReturn) said["iss"] = "https://evil.example";
        Back = QueryHelpers.AddQueryString($"{query["redirect_uri"]}", said);
        if (Holds) return context.Response.WriteAsync("stay");
        context.Response.Redirect(Back);
        return Task.CompletedTask;
    }

    private async Task Exchange(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var verified = _codes.TryRemove($"{form["code"]}", out var known)
            && known.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}")))
            && (form["client_id"], form["client_secret"], form["redirect_uri"]) == (Client, Secret, known.Return);
        if (!verified || Lie is Lie.Breaks)
        {
            context.Response.StatusCode = Lie is Lie.Breaks ? 500 : 400;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant", error_description = "<script>alert(1)</script>" });
            return;
        }

        var answer = new Dictionary<string, string> { ["access_token"] = Guid.NewGuid().ToString("N"), ["token_type"] = "Bearer" };
        if (Lie is not Lie.NoToken) answer["id_token"] = Token(known.Nonce);
        await context.Response.WriteAsJsonAsync(answer);
    }

    private string Token(string? nonce)
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Lie is Lie.OtherIssuer ? "https://evil.example" : Address,
            ["aud"] = Lie is Lie.OtherAudience ? "another program" : Client,
            ["sub"] = Subject,
            ["email"] = Email,
            ["email_verified"] = Lie is not Lie.Unverified,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(Lie is Lie.Expired ? -10 : 5).ToUnixTimeSeconds(),
        };
        if (Name is not null) claims["name"] = Name;
        if (Lie is not Lie.NoNonce) claims["nonce"] = Lie is Lie.OtherNonce ? "the nonce of another" : nonce;
        var algorithm = Lie switch { Lie.Unsigned => "none", Lie.SignedWithThePublicKey => "HS256", _ => "RS256" };
        var text = $"{Part(new { alg = algorithm, typ = "JWT", kid = "one" })}.{Part(claims)}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = Lie switch
        {
            Lie.Unsigned => [],
            Lie.SignedWithThePublicKey => HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), bytes),
            Lie.SignedByStranger => _stranger.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => _key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private Task Keys(HttpContext context)
    {
        var parts = _key.ExportParameters(false);
        return context.Response.WriteAsJsonAsync(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = Base64Url.EncodeToString(parts.Modulus), e = Base64Url.EncodeToString(parts.Exponent) } } });
    }

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
