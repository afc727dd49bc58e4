using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage;

/// <summary>Somebody's write between being asked for and being durable; answers once, and never later than the deadline.</summary>
internal abstract class Waiting
{
    /// <summary>With the database away a command is refused within a second; this leaves time to say so.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(900);

    /// <summary>A file of our own is never away, only slow: a disk that everybody uses may take a while over one flush.</summary>
    public static readonly TimeSpan DeadlineOfOwnFile = TimeSpan.FromSeconds(5);

    /// <summary>Nobody waits any more, so it need not be written.</summary>
    public abstract bool Abandoned { get; }

    public abstract void Fail(Exception reason);

    protected static LogUnavailable Unavailable(Exception reason) => new("The storage did not answer.", reason);
}

/// <inheritdoc cref="Waiting"/>
internal sealed class Waiting<T> : Waiting
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool Abandoned => answer.Task.IsCompleted;

    /// <summary>What the caller awaits.</summary>
    public async Task<T> Answer(TimeSpan deadline, CancellationToken cancellation)
    {
        try
        {
            return await answer.Task.WaitAsync(deadline, cancellation);
        }
        catch (TimeoutException late)
        {
            throw Unavailable(late);
        }
        finally
        {
            answer.TrySetCanceled(CancellationToken.None);
        }
    }

    public override void Fail(Exception reason) => answer.TrySetException(Unavailable(reason));

    public void Succeed(T value) => answer.TrySetResult(value);
}
