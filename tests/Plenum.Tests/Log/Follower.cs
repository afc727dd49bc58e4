using System.Collections.Concurrent;
using Plenum.Server.Conferences.Log;

namespace Plenum.Tests.Log;

/// <summary>Listens to a log in the background and remembers what it heard.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly ConcurrentQueue<Moved> heard = [];
    private readonly SemaphoreSlim more = new(0);
    private readonly Task listening;

    private Follower(ConferenceLog log) => listening = Listen(log);

    public IReadOnlyCollection<Moved> Heard => heard;

    public static Follower Of(ConferenceLog log) => new(log);

    /// <summary>Waits until the conference is said to have come at least that far.</summary>
    public async Task Hears(Moved expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!heard.Any(moved => moved.Conference == expected.Conference && moved.Version >= expected.Version))
            await more.WaitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await listening;
        leaving.Dispose();
        more.Dispose();
    }

    private async Task Listen(ConferenceLog log)
    {
        try
        {
            await foreach (var moved in log.Follow(leaving.Token))
            {
                heard.Enqueue(moved);
                more.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
