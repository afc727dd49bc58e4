using Plenum.Bench.Results;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Cases;

/// <summary>One conference, many readers: events per second, what each costs, and how long until the last reader knows.</summary>
internal sealed class FanOut : Case
{
    // The aims are given for this size.
    private const int Promised = 1_000;

    public override string Name => "fanout";

    public override string Question => "one change to everyone in a conference";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        foreach (var size in session.Load.Audiences)
            figures.AddRange(await MeasureAsync(session, size));
    }

    private static async Task<IEnumerable<Figure>> MeasureAsync(Session session, int size)
    {
        var conferences = Session.Names(1);
        var peers = await session.StartAsync(conferences);
        var crowds = new List<Crowd>();
        try
        {
            foreach (var peer in peers)
                crowds.Add(await AssembleAsync(session, peer, Session.Seats(conferences, size)));
            var medians = await session.AlternateAsync(crowds, crowd => crowd.Peer.Name, (crowd, _) => RoundAsync(session, crowd, size));
            return Rows(medians, size);
        }
        finally
        {
            crowds.ForEach(crowd => crowd.Dispose());
            Stop(peers);
        }
    }

    private static async Task<Crowd> AssembleAsync(Session session, Peer peer, IReadOnlyList<string> seats)
    {
        var crowd = new Crowd(peer, session.Loop, seats.Count);
        await crowd.AssembleAsync(seats, stalled: 0, session.Stop);
        await ClosedLoop.RunAsync(crowd, Load.ChangesInFlight, session.Load.WarmUp, session.Stop);
        return crowd;
    }

    private static async Task<Figures> RoundAsync(Session session, Crowd crowd, int size)
    {
        var again = crowd.Changes.Again;
        var flow = await ClosedLoop.RunAsync(crowd, Load.ChangesInFlight, session.Load.Closed, session.Stop);
        var alone = await ClosedLoop.RunAsync(crowd, 1, session.Load.Closed / 2, session.Stop);
        var (spread, paced) = await PacedLoad.RunAsync(crowd, Load.PacedEventsPerSecond / size, session.Load.Paced, session.Stop);
        return new()
        {
            ["rate"] = flow.PerSecond,
            ["cost"] = flow.MicrosecondsPerEvent,
            ["generator"] = flow.GeneratorMicrosecondsPerEvent,
            ["alone rate"] = alone.PerSecond,
            ["alone cost"] = alone.MicrosecondsPerEvent,
            ["paced cost"] = paced.MicrosecondsPerEvent,
            ["p50"] = spread.Median.TotalMilliseconds,
            ["p99"] = spread.P99.TotalMilliseconds,
            ["again"] = crowd.Changes.Again - again,
            ["cut"] = crowd.Cut,
        };
    }

    private static IEnumerable<Figure> Rows(Medians medians, int size)
    {
        var aimed = size is Promised;
        return
        [
            medians.Row("rate", $"{size:N0} streams, {Load.ChangesInFlight} changes in flight", "events/s", aimed ? Aim.RatioAtLeast(0.95) : null),
            medians.Row("cost", $"{size:N0} streams, {Load.ChangesInFlight} in flight, server CPU", "µs/event", aimed ? Aim.RatioAtMost(1.15) : null),
            medians.Row("generator", $"{size:N0} streams, {Load.ChangesInFlight} in flight, generator CPU", "µs/event"),
            medians.Row("alone rate", $"{size:N0} streams, 1 change in flight", "events/s", aimed ? Aim.RatioAtLeast(0.95) : null),
            medians.Row("alone cost", $"{size:N0} streams, 1 in flight, server CPU", "µs/event", aimed ? Aim.RatioAtMost(1.15) : null),
            medians.Row("paced cost", $"{size:N0} streams, {Load.PacedEventsPerSecond:N0} events/s, server CPU", "µs/event", aimed ? Aim.RatioAtMost(1.15) : null),
            medians.Row("p50", $"{size:N0} streams, a change reaches all, p50", "ms"),
            medians.Row("p99", $"{size:N0} streams, a change reaches all, p99", "ms", aimed ? Aim.RatioAtMost(1.25) : null),
            medians.Row("again", $"{size:N0} streams, delivered twice", "events"),
            medians.Row("cut", $"{size:N0} streams, readers cut", "readers"),
        ];
    }
}
