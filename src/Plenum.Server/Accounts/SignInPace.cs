using System.Net;

namespace Plenum.Server.Accounts;

/// <summary>
/// Slows guessing: an address that failed a few times waits, twice as long after every further failure, and an account that
/// many fail at makes strangers wait too. An address that proved itself is not kept out by what others do to the account.
/// </summary>
internal sealed class SignInPace(TimeProvider time)
{
    public const int FreePerAddress = 5;
    public const int FreePerAccount = 20;
    public static readonly TimeSpan LongestForAddress = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LongestForAccount = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private const int MostRemembered = 10_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Tally> tallies = [];
    private readonly HashSet<(string, IPAddress)> known = [];

    /// <summary>
    /// How long to wait before the next try is looked at. No account means a secret that cannot be guessed anyway: then
    /// strangers never wait for what others did.
    /// </summary>
    public TimeSpan Wait(string? account, IPAddress from)
    {
        lock (gate)
        {
            var address = Left($"from {from}", FreePerAddress, LongestForAddress);
            var shared = account is null || known.Contains((account, from)) ? TimeSpan.Zero : Left($"to {account}", FreePerAccount, LongestForAccount);
            return address > shared ? address : shared;
        }
    }

    public void Failed(string? account, IPAddress from)
    {
        lock (gate)
        {
            if (tallies.Count >= MostRemembered) Forget();
            Count($"from {from}");
            if (account is not null) Count($"to {account}");
        }
    }

    public void Proved(string? account, IPAddress from)
    {
        lock (gate)
        {
            tallies.Remove($"from {from}");
            if (account is not null && known.Count < MostRemembered) known.Add((account, from));
        }
    }

    private TimeSpan Left(string who, int free, TimeSpan longest)
    {
        if (!tallies.TryGetValue(who, out var tally) || tally.Failures < free) return TimeSpan.Zero;
        var wait = TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, Math.Min(20, tally.Failures - free))));
        var left = wait - time.GetElapsedTime(tally.Last);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Count(string who)
    {
        var failures = tallies.TryGetValue(who, out var tally) && time.GetElapsedTime(tally.Last) < Memory ? tally.Failures : 0;
        tallies[who] = new Tally(failures + 1, time.GetTimestamp());
    }

    /// <summary>The oldest half goes, so that a flood of addresses cannot fill the memory.</summary>
    private void Forget()
    {
        foreach (var (who, _) in tallies.OrderBy(pair => pair.Value.Last).Take(MostRemembered / 2).ToList()) tallies.Remove(who);
    }

    private readonly record struct Tally(int Failures, long Last);
}
