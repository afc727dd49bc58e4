namespace Plenum.Server.Conferences.Log;

/// <summary>
/// The one truth of every conference: an append-only sequence of entries per conference, versions 1, 2, 3 … without a gap.
/// An append is acknowledged only after it is durable. When the storage fails, the task faults with
/// <see cref="LogUnavailable"/> and whether the append happened is unknown: the caller reads again before it goes on.
/// </summary>
public abstract class ConferenceLog
{
    /// <summary>Appends when the conference stands at the expected version; otherwise nothing of it is written.</summary>
    public abstract Task<AppendOutcome> Append(NewEntries entries, CancellationToken cancellation);

    /// <summary>The entries after a version, oldest first, chat texts included where they are still kept.</summary>
    public abstract Task<IReadOnlyList<LogEntry>> Read(ConferenceId conference, long after, CancellationToken cancellation);

    /// <summary>The newest snapshot whose stamp is the given one, or null.</summary>
    public abstract Task<LogSnapshot?> LatestSnapshot(ConferenceId conference, string stamp, CancellationToken cancellation);

    /// <summary>Keeps a snapshot; an older one of the same conference may go.</summary>
    public abstract Task Keep(LogSnapshot snapshot, CancellationToken cancellation);

    /// <summary>Conferences whose last append said that somebody is there, so that a start can watch over them.</summary>
    public abstract Task<IReadOnlyList<ConferenceId>> Occupied(CancellationToken cancellation);

    /// <summary>
    /// Which conferences moved, and how far, from now on; at least once per movement, by whichever node.
    /// Several movements of one conference may be told as one.
    /// </summary>
    public abstract IAsyncEnumerable<Moved> Follow(CancellationToken cancellation);

    /// <summary>
    /// A turn at a conference at which several nodes collide: nobody else who asked for one has it until it is given back,
    /// and a node that dies gives it back. It spares retries; correctness never hangs on it. One node alone need not wait.
    /// </summary>
    public virtual Task<IAsyncDisposable> Turn(ConferenceId conference, CancellationToken cancellation) =>
        Task.FromResult<IAsyncDisposable>(FreeTurn.Instance);

    /// <summary>Forgets what the rule says is too old. Versions never restart and heads never move.</summary>
    public abstract Task<Trimmed> Trim(Retention retention, CancellationToken cancellation);
}

/// <summary>A turn that nobody contends for.</summary>
internal sealed class FreeTurn : IAsyncDisposable
{
    public static readonly FreeTurn Instance = new();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
