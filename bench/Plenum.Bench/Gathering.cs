using Plenum.Bench.Wire;

namespace Plenum.Bench;

/// <summary>Counts the readers who have their whole first roster, so that a load starts only when everyone is in.</summary>
internal sealed class Gathering(EventListener next) : EventListener
{
    private int _synced;
    private int _ended;

    public int Synced => Volatile.Read(ref _synced);

    public int Gone => Volatile.Read(ref _ended);

    public override void Event(EventStream stream, ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("event: participant_sync_end"u8))
            Interlocked.Increment(ref _synced);
        else
            next.Event(stream, text);
    }

    public override void Ended(EventStream stream) => Interlocked.Increment(ref _ended);

    /// <summary>Waits until so many have been synced.</summary>
    public async Task UntilAsync(int count, TimeSpan atMost, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(atMost);
        while (Synced < count && !late.IsCancellationRequested)
            await Task.Delay(2, CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        if (Synced < count)
            throw new TimeoutException($"{Synced} of {count} readers were in after {atMost.TotalSeconds:F0} s; {Gone} were cut.");
    }
}
