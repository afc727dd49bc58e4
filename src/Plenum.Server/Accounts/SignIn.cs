using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Server.Accounts;

/// <summary>What came of a sign-in: somebody, nobody, or a wait before the next try is looked at.</summary>
internal abstract record SignedIn
{
    private SignedIn()
    {
    }

    public sealed record As(Administrator Administrator) : SignedIn;

    public sealed record Nobody : SignedIn;

    public sealed record Later(TimeSpan Wait) : SignedIn;
}

/// <summary>
/// Recognises administrators by name and password (Basic) or by an API key. A proven password is remembered for a few
/// minutes under a key of this process, so that a slow hash is not paid on every request.
/// </summary>
internal sealed class SignIn(AdminAccount account, ApiKeys keys, SignInPace pace, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile Proof proof = new([], 0);

    public async Task<SignedIn> Of(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var headers = context.Request.Headers;
        if (headers["X-API-Key"] is [{ } sent]) return await ByKey(sent, from, context.RequestAborted);
        if (headers.Authorization is not [{ } text] || !AuthenticationHeaderValue.TryParse(text, out var authorization)) return new SignedIn.Nobody();
        if (authorization.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return await ByKey(authorization.Parameter ?? "", from, context.RequestAborted);
        if (BasicCredentials.Read(authorization) is not { } basic) return new SignedIn.Nobody();
        return await ByPassword(basic, from, context.RequestAborted);
    }

    /// <summary>One hash at a time: a burst of guesses meets the count of the ones before it, and takes no more than one core.</summary>
    private async Task<SignedIn> ByPassword(BasicCredentials basic, IPAddress from, CancellationToken cancellation)
    {
        var digest = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{basic.Name}\n{basic.Password}"));
        if (pace.Wait(basic.Name, from) == TimeSpan.Zero && Remembers(digest)) return Proved(basic.Name, from);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (pace.Wait(basic.Name, from) is var wait && wait > TimeSpan.Zero) return new SignedIn.Later(wait);
            if (!Remembers(digest) && !await account.Proves(basic.Name, basic.Password, cancellation)) return Failed(basic.Name, from);
            proof = new Proof(digest, time.GetTimestamp());
            return Proved(basic.Name, from);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<SignedIn> ByKey(string sent, IPAddress from, CancellationToken cancellation)
    {
        const string anyKey = "an API key";
        if (pace.Wait(anyKey, from) is var wait && wait > TimeSpan.Zero) return new SignedIn.Later(wait);
        if (await keys.Find(sent, cancellation) is not { } found) return Failed(anyKey, from);
        pace.Proved(anyKey, from);
        return new SignedIn.As(new Administrator($"API key {found}"));
    }

    public void Dispose() => oneAtATime.Dispose();

    private bool Remembers(byte[] digest) =>
        proof is { Digest.Length: > 0 } known && time.GetElapsedTime(known.At) < Remembered && CryptographicOperations.FixedTimeEquals(known.Digest, digest);

    private SignedIn.Nobody Failed(string name, IPAddress from)
    {
        pace.Failed(name, from);
        return new SignedIn.Nobody();
    }

    private SignedIn.As Proved(string name, IPAddress from)
    {
        pace.Proved(name, from);
        return new SignedIn.As(new Administrator(name));
    }

    private sealed record Proof(byte[] Digest, long At);
}
