using System.IO.Pipelines;

namespace Plenum.Server.Conferences.Streams;

/// <summary>
/// One participant's event stream. The conference's mailbox writes to it directly while the reader keeps up; a reader that
/// falls behind gets a bounded queue of its own and never slows another, and one that stands still is cut.
/// </summary>
internal sealed class EventStream(PipeWriter body, Seat seat, bool resumes, TimeProvider time) : IEventSink
{
    public const int LongestQueue = 256 * 1024;
    public static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly List<byte[]> gathered = [];
    private readonly Backlog backlog = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool flushing;
    private bool closing;
    private long stalledSince;

    public Seat Seat { get; set; } = seat;

    /// <summary>Our own clients say where they were and are given bookmarks; foreign ones see no <c>id:</c> line.</summary>
    public bool Resumes { get; } = resumes;

    /// <summary>Completes when the stream has nothing more to say or its reader is gone; the request ends with it.</summary>
    public Task Ended => ended.Task;

    /// <summary>The reader made no progress for so long that the connection must be cut, not closed.</summary>
    public bool Cut { get; private set; }

    /// <summary>Collects; nothing moves before <see cref="Send"/>. Only the mailbox calls it.</summary>
    public void Write(byte[] text, string? supersedes)
    {
        lock (gate)
        {
            if (ended.Task.IsCompleted) return;
            if (flushing) backlog.Add(text, supersedes);
            else gathered.Add(text);
            if (backlog.Bytes > LongestQueue) Finish(cut: true);
        }
    }

    /// <summary>Sends what was collected, as one write.</summary>
    public void Send()
    {
        lock (gate)
        {
            if (flushing || gathered.Count == 0 || ended.Task.IsCompleted) return;
            Begin(Push());
        }
    }

    /// <summary>A sign of life for proxies, and for us: a dead peer is noticed by it.</summary>
    public void Beat()
    {
        lock (gate)
        {
            if (flushing || ended.Task.IsCompleted) return;
            gathered.Add(SseText.Heartbeat);
            Begin(Push());
        }
    }

    /// <summary>Ends the stream once everything written so far is out.</summary>
    public void Close()
    {
        lock (gate)
        {
            closing = true;
            if (!flushing) Finish(cut: false);
        }
    }

    /// <summary>Cuts a reader that has taken nothing for too long.</summary>
    public void CutIfStalled()
    {
        lock (gate)
        {
            if (flushing && time.GetElapsedTime(stalledSince) > LongestStall) Finish(cut: true);
        }
    }

    private ValueTask<FlushResult> Push()
    {
        try
        {
            if (gathered.Count == 1) return body.WriteAsync(gathered[0]);
            foreach (var text in gathered) System.Buffers.BuffersExtensions.Write(body, text);
            return body.FlushAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or ObjectDisposedException)
        {
            // The connection went away between two writes.
            return new ValueTask<FlushResult>(new FlushResult(isCanceled: false, isCompleted: true));
        }
        finally
        {
            gathered.Clear();
        }
    }

    private void Begin(ValueTask<FlushResult> push)
    {
        if (push.IsCompletedSuccessfully)
        {
            if (push.Result.IsCompleted) Finish(cut: false);
            return;
        }

        flushing = true;
        stalledSince = time.GetTimestamp();
        _ = Drain(push.AsTask());
    }

    /// <summary>The slow path: one task for a reader that is behind, until it has caught up.</summary>
    private async Task Drain(Task<FlushResult> push)
    {
        while (true)
        {
            var gone = false;
            try
            {
                gone = (await push).IsCompleted;
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                gone = true;
            }

            lock (gate)
            {
                if (gone || (backlog.Empty && closing)) Finish(cut: false);
                if (backlog.Empty || ended.Task.IsCompleted)
                {
                    flushing = false;
                    return;
                }

                stalledSince = time.GetTimestamp();
                backlog.MoveTo(gathered);
                push = Push().AsTask();
            }
        }
    }

    private void Finish(bool cut)
    {
        Cut |= cut;
        backlog.Clear();
        ended.TrySetResult();
    }
}
