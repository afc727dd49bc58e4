using System.Buffers;
using System.IO.Pipelines;

namespace Plenum.Server.Conferences.Streams;

/// <summary>
/// One participant's event stream. The conference's mailbox writes to it directly while the reader keeps up; a reader that
/// falls behind gets a bounded queue of its own and never slows another, and one that stands still is cut.
/// </summary>
internal sealed class EventStream(PipeWriter body, Seat seat, bool resumes, TimeProvider time) : IEventSink
{
    public const int LongestQueue = 256 * 1024;
    public const int SecondsPerBeat = 15;

    /// <summary>Our own client is promised more, so that it tells people soon when it is cut off.</summary>
    public const int SecondsPerOwnBeat = 5;

    public static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(10);

    /// <summary>How long a reader that is behind may take for its last words.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    /// <summary>Written at a time, so that a slow reader's progress through a big roster is seen.</summary>
    private const int Slice = 16 * 1024;

    /// <summary>Texts at a time that a stream keeps room for.</summary>
    private const int Usual = 32;

    private readonly Lock gate = new();
    private readonly List<byte[]> gathered = [];
    private int pushed;
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
            Begin();
        }
    }

    /// <summary>
    /// Once a second: a reader that stands still is cut, and every fifteenth time (every fifth for our own client) it gets a sign of life. Each
    /// stream has its own second for it: thousands at once would need thousands of buffers at once.
    /// </summary>
    public void Tend(int second)
    {
        CutIfStalled();
        if ((second + (uint)Seat.Id.GetHashCode()) % (Resumes ? SecondsPerOwnBeat : SecondsPerBeat) == 0) Beat();
    }

    /// <summary>Ends the stream once everything written so far is out.</summary>
    public void Close()
    {
        lock (gate)
        {
            if (closing) return;
            closing = true;
            if (flushing) _ = CutAfterFarewell();
            else Finish(cut: false);
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

    /// <summary>For proxies, and for us: a dead peer is noticed by it.</summary>
    private void Beat()
    {
        lock (gate)
        {
            if (flushing || ended.Task.IsCompleted) return;
            gathered.Add(SseText.Heartbeat);
            Begin();
        }
    }

    /// <summary>Nobody looks after a stream that was replaced or has left: it looks after itself.</summary>
    private async Task CutAfterFarewell()
    {
        await Task.WhenAny(Ended, Task.Delay(Farewell, time));
        lock (gate)
        {
            if (!Ended.IsCompleted) Finish(cut: true);
        }
    }

    private ValueTask<FlushResult> Push()
    {
        try
        {
            for (var written = 0; pushed < gathered.Count && written < Slice; pushed++)
            {
                body.Write(gathered[pushed]);
                written += gathered[pushed].Length;
            }

            return body.FlushAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or ObjectDisposedException)
        {
            // The connection went away between two writes.
            return new ValueTask<FlushResult>(new FlushResult(isCanceled: false, isCompleted: true));
        }
    }

    /// <summary>Everything at once while the reader keeps up, which is nearly always.</summary>
    private void Begin()
    {
        while (!AllPushed())
        {
            var push = Push();
            if (!push.IsCompletedSuccessfully)
            {
                flushing = true;
                stalledSince = time.GetTimestamp();
                _ = Drain(push.AsTask());
                return;
            }

            if (push.Result.IsCompleted)
            {
                Finish(cut: false);
                return;
            }
        }
    }

    private bool AllPushed()
    {
        if (pushed < gathered.Count) return false;
        gathered.Clear();
        pushed = 0;
        // A big roster was the exception: thousands of idle streams shall not keep room for one.
        if (gathered.Capacity > Usual) gathered.Capacity = 0;
        return true;
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
                if (AllPushed()) backlog.MoveTo(gathered);
                if (gone || (gathered.Count == 0 && closing)) Finish(cut: false);
                if (gathered.Count == 0 || ended.Task.IsCompleted)
                {
                    flushing = false;
                    return;
                }

                stalledSince = time.GetTimestamp();
                push = Push().AsTask();
            }
        }
    }

    private void Finish(bool cut)
    {
        Cut |= cut;
        backlog.Clear();
        gathered.Clear();
        pushed = 0;
        ended.TrySetResult();
    }
}
