using System.Net;

namespace Plenum.Server.Accounts;

/// <summary>
/// Where passwords are tried: one slow hash at a time, so that a burst of guesses meets the count of the ones before it and
/// takes no more than one core.
/// </summary>
internal sealed class Checkpoint(SignInPace pace) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Whether it was proven; a wait when the try was not even looked at.</summary>
    public async Task<(bool Proven, TimeSpan Wait)> Try(string account, IPAddress? address, Func<Task<bool>> proves, CancellationToken cancellation)
    {
        var from = address ?? IPAddress.None;
        if (pace.Wait(account, from) is var early && early > TimeSpan.Zero) return (false, early);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (pace.Wait(account, from) is var wait && wait > TimeSpan.Zero) return (false, wait);
            if (await proves())
            {
                pace.Proved(account, from);
                return (true, TimeSpan.Zero);
            }

            pace.Failed(account, from);
            return (false, TimeSpan.Zero);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();
}
