using Plenum.Bench.Results;

namespace Plenum.Bench.Cases;

/// <summary>A tenth of the readers never read. The others must hardly notice.</summary>
internal sealed class Stalled : Case
{
    public override string Name => "stalled";

    public override string Question => "a tenth of the readers never read";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        var size = session.Load.StalledAudience;
        var conferences = Session.Names(1);
        var peers = await session.StartAsync(conferences);
        var crowds = new List<Crowd>();
        try
        {
            foreach (var peer in peers)
            {
                crowds.Add(new(peer, session.Loop, size - size / 10));
                await crowds[^1].AssembleAsync(Session.Seats(conferences, size), without: size / 10, session.Stop);
                await Warming.RunAsync(crowds[^1], session.Load, session.Stop);
            }

            var medians = await session.AlternateAsync(crowds, crowd => crowd.Peer.Name, RoundAsync);
            figures.AddRange(Rows(medians, size));
        }
        finally
        {
            crowds.ForEach(crowd => crowd.Dispose());
            Stop(peers);
        }

        // The same readers in both, seconds apart, so that only the stalled ones differ.
        async Task<Figures> RoundAsync(Crowd crowd, int round)
        {
            var without = await SpreadAsync(crowd);
            crowd.Stall(size / 10);
            // Fills the buffers between the server and those who do not read, and only then measures.
            await ClosedLoop.RunAsync(crowd, Load.ChangesInFlight, Load.WarmUp, session.Stop);
            var with = await SpreadAsync(crowd);
            crowd.Release();
            return new()
            {
                ["healthy p50"] = without.Median.TotalMilliseconds,
                ["stalled p50"] = with.Median.TotalMilliseconds,
                ["healthy"] = without.P99.TotalMilliseconds,
                ["stalled"] = with.P99.TotalMilliseconds,
                ["cost"] = with.P99 / without.P99,
                ["cut"] = crowd.Cut,
            };
        }

        async Task<Spread> SpreadAsync(Crowd crowd) =>
            (await PacedLoad.RunAsync(crowd, Load.PacedEventsPerSecond / size, session.Load.Stalled, session.Stop)).Spread;
    }

    private static IEnumerable<Figure> Rows(Medians medians, int size) =>
    [
        medians.Row("healthy p50", $"{size * 9 / 10:N0} readers, nobody stalled, p50", "ms"),
        medians.Row("stalled p50", $"{size * 9 / 10:N0} readers, {size / 10:N0} more stalled, p50 of the others", "ms"),
        medians.Row("healthy", $"{size * 9 / 10:N0} readers, nobody stalled, p99", "ms"),
        medians.Row("stalled", $"{size * 9 / 10:N0} readers, {size / 10:N0} more stalled, p99 of the others", "ms"),
        medians.Row("cost", "p99 with the stalled / without", "times", Aim.AtMostValue(1.1)),
        medians.Row("cut", "healthy readers cut", "readers"),
    ];
}
