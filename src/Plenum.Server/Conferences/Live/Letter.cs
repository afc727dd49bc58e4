namespace Plenum.Server.Conferences.Live;

/// <summary>Something in a conference's mailbox.</summary>
internal abstract class Letter
{
    /// <summary>The storage cannot take anything now.</summary>
    public abstract void Fail(Refusal refusal);
}

/// <summary>A command and who gives it; answered once its events are durable.</summary>
internal sealed class CommandLetter(Command command, Actor by) : Letter
{
    private readonly TaskCompletionSource<Decision> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Command Command { get; } = command;

    public Actor By { get; } = by;

    public Decision Decision { get; set; } = Decision.Nothing;

    public Task<Decision> Answered => answered.Task;

    public void Deliver() => answered.TrySetResult(Decision);

    public override void Fail(Refusal refusal) => answered.TrySetResult(Decision.Refused(refusal));
}

/// <summary>Something done with the conference between commands, such as opening a stream. It changes no log.</summary>
internal sealed class ErrandLetter(Action errand) : Letter
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => done.Task;

    public void Run()
    {
        errand();
        done.TrySetResult();
    }

    public override void Fail(Refusal refusal) => done.TrySetResult();
}

/// <summary>Somebody else wrote to this conference's log: it is read again before anything more is decided.</summary>
internal sealed class RereadLetter : Letter
{
    public override void Fail(Refusal refusal)
    {
    }
}
