using System.Collections.Concurrent;
using Plenum.Server.Conferences.Doors;

namespace Plenum.Server.Plugins;

/// <summary>How many faults one participant or address, and everybody together, may tell of: reports are welcome, floods are not kept.</summary>
internal sealed class FaultPace(TimeProvider time)
{
    private const double PerSecond = 1.0 / 3;
    private const int AtOnce = 20;
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<object, Bucket> _tellers = [];
    private readonly Bucket _everybody = new(20, 200, time);

    public bool Allows(object teller)
    {
        if (_tellers.Count > MostRemembered) foreach (var (id, bucket) in _tellers) if (bucket.Full) _tellers.TryRemove(id, out _);
        return _tellers.GetOrAdd(teller, _ => new Bucket(PerSecond, AtOnce, time)).Take() && _everybody.Take();
    }
}
