using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Hosting.Settings;

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
/// Recognises administrators by name and password (Basic, or the form of the pages) or by an API key. A proven password is
/// remembered for a few minutes under a key of this process and together with what is stored of the account, so that a slow
/// hash is not paid on every request, and a changed password or rank counts at once on every node.
/// </summary>
internal sealed class SignIn(AdminAccounts accounts, ApiKeys keys, Checkpoint checkpoint, SignInPace pace, ServerSettings settings, TimeProvider time)
{
    private const int MostRemembered = 100;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, long> proofs = [];

    public async Task<SignedIn> Of(HttpContext context)
    {
        var from = Neighbourhood.Of(context.Connection.RemoteIpAddress);
        var headers = context.Request.Headers;
        if (headers["X-API-Key"] is [{ } sent]) return await ByKey(sent, from, context.RequestAborted);
        if (headers.Authorization is not [{ } text] || !AuthenticationHeaderValue.TryParse(text, out var authorization)) return new SignedIn.Nobody();
        if (authorization.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return await ByKey(authorization.Parameter ?? "", from, context.RequestAborted);
        if (BasicCredentials.Read(authorization) is not { } basic) return new SignedIn.Nobody();
        return await ByPassword(basic, from, context.RequestAborted);
    }

    public async Task<SignedIn> ByPassword(BasicCredentials basic, IPAddress from, CancellationToken cancellation)
    {
        // Who may not use a password meets the same answer, after the same time, as who has a wrong one.
        var account = settings.SignIn.AllowsPassword(basic.Name) ? await accounts.Find(basic.Name, cancellation) : null;
        var proof = Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{basic.Name}\n{basic.Password}\n{account?.Hash}")));
        if (account is { } known && Remembers(proof) && pace.Wait(basic.Name, from) == TimeSpan.Zero)
        {
            pace.Proved(basic.Name, from);
            return new SignedIn.As(new Administrator(basic.Name, known.Rank));
        }

        var (proven, wait) = await checkpoint.Try(
            basic.Name, from, () => Task.FromResult(Remembers(proof) || PasswordHash.Matches(account?.Hash ?? PasswordHash.OfNobody, basic.Password)), cancellation);
        if (!proven || account is null) return wait > TimeSpan.Zero ? new SignedIn.Later(wait) : new SignedIn.Nobody();
        if (proofs.Count >= MostRemembered) proofs.Clear();
        proofs[proof] = time.GetTimestamp();
        return new SignedIn.As(new Administrator(basic.Name, account.Value.Rank));
    }

    /// <summary>A key cannot be guessed, but whoever tries is slowed like everybody.</summary>
    private async Task<SignedIn> ByKey(string sent, IPAddress from, CancellationToken cancellation)
    {
        if (pace.Wait(null, from) is var wait && wait > TimeSpan.Zero) return new SignedIn.Later(wait);
        if (await keys.Find(sent, cancellation) is { } found)
        {
            pace.Proved(null, from);
            return new SignedIn.As(new Administrator($"API key {found.Name}", found.Rank));
        }

        pace.Failed(null, from);
        return new SignedIn.Nobody();
    }

    private bool Remembers(string proof) => proofs.TryGetValue(proof, out var at) && time.GetElapsedTime(at) < Remembered;
}
