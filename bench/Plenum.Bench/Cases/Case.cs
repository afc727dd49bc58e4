using Plenum.Bench.Results;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Cases;

/// <summary>One question about the server, answered with the bare peer's answer beside it.</summary>
internal abstract class Case
{
    public static IReadOnlyList<Case> All { get; } = [new FanOut(), new Joins(), new Commands(), new Stalled(), new Restart(), new Memory(), new FirstScreen(), new Plugins()];

    public abstract string Name { get; }

    public abstract string Question { get; }

    public async Task<Measurement> RunAsync(Session session)
    {
        var others = Disturbance.Watch();
        var figures = new List<Figure>();
        await MeasureAsync(session, figures);
        return new(Name, DateTimeOffset.UtcNow, Machine.Here(), others(), figures);
    }

    protected abstract Task MeasureAsync(Session session, List<Figure> figures);

    protected static void Stop(IEnumerable<Peer> peers)
    {
        foreach (var peer in peers)
            peer.Dispose();
    }
}
