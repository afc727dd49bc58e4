using System.IO.Pipelines;

namespace Plenum.Bench.Bare;

/// <summary>One open stream. While its last write waits for the reader it misses frames: the bare server owes a stalled reader nothing.</summary>
internal sealed class Listener(PipeWriter writer)
{
    private Task<FlushResult>? _waiting;

    public void Send(byte[] frame)
    {
        if (_waiting is { IsCompleted: false })
            return;
        var flush = writer.WriteAsync(frame);
        _waiting = flush.IsCompletedSuccessfully ? null : flush.AsTask();
    }
}
