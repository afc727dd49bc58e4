using System.Threading.Channels;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage;

/// <summary>Movements not told yet, at most one per conference: however slow the listener, it holds no more than that.</summary>
internal sealed class Tidings
{
    private readonly Lock gate = new();
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private Dictionary<ConferenceId, long> pending = [];

    public void Add(Moved moved)
    {
        lock (gate)
        {
            if (!pending.TryGetValue(moved.Conference, out var known) || known < moved.Version)
                pending[moved.Conference] = moved.Version;
        }

        bell.Writer.TryWrite(true);
    }

    /// <summary>Waits until there is something to tell, and takes all of it.</summary>
    public async Task<IReadOnlyList<Moved>> Take(CancellationToken cancellation)
    {
        await bell.Reader.ReadAsync(cancellation);
        lock (gate)
        {
            var taken = pending;
            pending = [];
            return [.. taken.Select(pair => new Moved(pair.Key, pair.Value))];
        }
    }
}
