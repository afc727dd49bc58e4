using System.Buffers.Text;
using System.Diagnostics;
using Plenum.Bench.Servers;
using Plenum.Bench.Wire;

namespace Plenum.Bench;

/// <summary>Every change under way and how many readers still wait for it. A change is over when the last reader has its last byte.</summary>
internal sealed class Changes(int readers) : EventListener
{
    private const int Most = 1 << 20;

    private readonly Change[] _changes = new Change[Most];
    private int _last;
    private long _delivered;
    private long _again;

    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>Deliveries of a change that a reader had already had.</summary>
    public long Again => Interlocked.Read(ref _again);

    /// <summary>Begins a change. Its time counts from the schedule, not from when the generator got round to it.</summary>
    public (int Sequence, Task<TimeSpan> Reached) Begin(long scheduled)
    {
        var sequence = Interlocked.Increment(ref _last) % Most;
        var reached = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        _changes[sequence] = new(scheduled, readers, reached);
        return (sequence, reached.Task);
    }

    public override void Event(EventStream stream, ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith(Frame.Event) || text.IndexOf(Frame.Mark) is not (>= 0 and var mark))
            return;
        if (!Utf8Parser.TryParse(text[(mark + Frame.Mark.Length)..], out int sequence, out _) || (uint)sequence >= Most)
            return;
        ref var change = ref _changes[sequence];
        if (change.Reached is null)
            return;
        if (--change.Waiting < 0)
            Interlocked.Increment(ref _again);
        else
            Interlocked.Increment(ref _delivered);
        if (change.Waiting is 0)
            change.Reached.SetResult(Stopwatch.GetElapsedTime(change.Scheduled));
    }

    private record struct Change(long Scheduled, int Waiting, TaskCompletionSource<TimeSpan> Reached);
}
