using Plenum.Bench.Results;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Cases;

/// <summary>A tenth of the readers never read. The others must hardly notice.</summary>
internal sealed class Stalled : Case
{
    public override string Name => "stalled";

    public override string Question => "a tenth of the readers never read";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        var size = session.Load.StalledAudience;
        var conferences = Session.Names(session.Load.Rounds * 2 + 1);
        var peers = await session.StartAsync(conferences);
        try
        {
            var medians = await session.AlternateAsync(peers, peer => peer.Name, RoundAsync);
            figures.Add(medians.Row("healthy", $"{size:N0} readers, all reading, p99", "ms"));
            figures.Add(medians.Row("stalled", $"{size:N0} readers, a tenth stalled, p99 of the others", "ms"));
            figures.Add(medians.Row("cost", "p99 with a tenth stalled / without", "times", Aim.AtMostValue(1.1)));
        }
        finally
        {
            Stop(peers);
        }

        async Task<Figures> RoundAsync(Peer peer, int round)
        {
            var healthy = await P99Async(peer, conferences[round * 2], 0);
            var stalled = await P99Async(peer, conferences[round * 2 + 1], size / 10);
            return new() { ["healthy"] = healthy, ["stalled"] = stalled, ["cost"] = stalled / healthy };
        }

        // The same number of healthy readers in both, so that only the stalled ones differ.
        async Task<double> P99Async(Peer peer, string conference, int stalled)
        {
            var healthy = size - size / 10;
            using var crowd = new Crowd(peer, session.Loop, healthy);
            await crowd.AssembleAsync(Session.Seats([conference], healthy + stalled), stalled, session.Stop);
            // Fills the buffers between the server and those who do not read, and only then measures.
            await ClosedLoop.RunAsync(crowd, Load.ChangesInFlight, session.Load.WarmUp * 2, session.Stop);
            var (spread, _) = await PacedLoad.RunAsync(crowd, Load.PacedEventsPerSecond / size, session.Load.Paced, session.Stop);
            return spread.P99.TotalMilliseconds;
        }
    }
}
