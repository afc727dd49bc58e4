using Plenum.Bench.Servers;
using Plenum.Bench.Wire;

namespace Plenum.Bench.Cases;

/// <summary>Catches one real update from Plenum, so that the bare peer sends the same bytes.</summary>
internal sealed class Lesson : EventListener
{
    public const string Conference = "bench-lesson";

    private readonly TaskCompletionSource<Frame> _frame = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<Frame> LearnAsync(Peer plenum, StreamLoop loop, CancellationToken stop)
    {
        var lesson = new Lesson();
        using var connection = new Connection(plenum.Server.Address);
        var participant = plenum.Joined(Conference, await connection.AskAsync(plenum.Join(Conference, 0), stop));
        var gathering = new Gathering(lesson);
        var stream = loop.Open(plenum.Server.Address, plenum.Events(participant), gathering);
        await gathering.UntilAsync(1, TimeSpan.FromSeconds(10), stop);
        var answer = await connection.AskAsync(plenum.Change(participant, 0), stop);
        if (!answer.Succeeded)
            throw new InvalidOperationException($"The first change was refused: {answer}");
        var frame = await lesson._frame.Task.WaitAsync(TimeSpan.FromSeconds(10), stop);
        stream.HangUp();
        return frame;
    }

    public override void Event(EventStream stream, ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(Frame.Event) && text.IndexOf(Frame.Mark) >= 0)
            _frame.TrySetResult(new(text.ToArray()));
    }
}
