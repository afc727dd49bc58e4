using Plenum.Bench.Results;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Cases;

/// <summary>What one more participant with an open stream weighs in the server.</summary>
internal sealed class Memory : Case
{
    // Kestrel gives idle buffers back only after a while.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);
    // Compiled code, caches and the log's own pages come with the first few hundred: they are no participant's.
    private const int WarmConferences = 5;
    private const int WarmEach = 100;
    private static readonly TimeSpan Collecting = TimeSpan.FromSeconds(2);

    public override string Name => "memory";

    public override string Question => "memory of a joined participant";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        var (count, each) = session.Load.Remembering;
        var conferences = Session.Names(count);
        var warming = Session.Names(WarmConferences, "bench-warm");
        var peers = await session.StartAsync([.. conferences, .. warming]);
        try
        {
            var medians = await session.AlternateAsync(peers, peer => peer.Name, (peer, _) => RoundAsync(peer), rounds: 1);
            var name = $"{count * each:N0} participants over {count} conferences";
            figures.Add(medians.Row("all", name + ", resident", "kB/participant"));
            figures.Add(medians.Row("anonymous", name + ", resident, heaps and stacks", "kB/participant"));
            figures.Add(medians.Row("collected", name + ", heaps and stacks after a full collection", "kB/participant", Aim.AtMostValue(18)));
            figures.Add(medians.Row("empty", $"with the first {WarmConferences * WarmEach:N0}, resident", "MB"));
        }
        finally
        {
            Stop(peers);
        }

        async Task<Figures> RoundAsync(Peer peer)
        {
            using var warm = new Crowd(peer, session.Loop, WarmEach);
            await warm.JoinAsync(Session.Seats(warming, WarmEach), session.Stop);
            var before = await CollectedAsync(peer);
            using var crowd = new Crowd(peer, session.Loop, each);
            await crowd.JoinAsync(Session.Seats(conferences, each), session.Stop);
            await Task.Delay(Settling, session.Stop);
            var after = peer.Server.Memory;
            var collected = await CollectedAsync(peer);
            return new()
            {
                ["all"] = Each(after.All - before.All),
                ["anonymous"] = Each(after.Anonymous - before.Anonymous),
                ["collected"] = Each(collected.Anonymous - before.Anonymous),
                ["empty"] = before.All / 1e6,
            };
        }

        double Each(long bytes) => bytes / 1e3 / (count * each);

        async Task<ResidentMemory> CollectedAsync(Peer peer)
        {
            await HeapCollection.AskAsync(peer.Server.Id, session.Stop);
            await Task.Delay(Collecting, session.Stop);
            return peer.Server.Memory;
        }
    }
}
