using Plenum.Bench.Results;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Cases;

/// <summary>Many readers of one conference, or of several at once: events per second, what each costs, and how long until the last reader knows.</summary>
internal sealed class FanOut : Case
{
    // The aims are given for this size.
    private static readonly Venue Promised = new(1, 1_000);

    public override string Name => "fanout";

    public override string Question => "one change to everyone in a conference";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        foreach (var venue in session.Load.Venues)
            figures.AddRange(await MeasureAsync(session, venue));
    }

    private static async Task<IEnumerable<Figure>> MeasureAsync(Session session, Venue venue)
    {
        var conferences = Session.Names(venue.Conferences);
        var peers = await session.StartAsync(conferences);
        var crowds = new List<Crowd>();
        try
        {
            foreach (var peer in peers)
                crowds.Add(await AssembleAsync(session, peer, conferences, venue));
            var medians = await session.AlternateAsync(crowds, crowd => crowd.Peer.Name, (crowd, _) => RoundAsync(session, crowd, venue));
            return Rows(medians, venue);
        }
        finally
        {
            crowds.ForEach(crowd => crowd.Dispose());
            Stop(peers);
        }
    }

    private static async Task<Crowd> AssembleAsync(Session session, Peer peer, IReadOnlyList<string> conferences, Venue venue)
    {
        var crowd = new Crowd(peer, session.Loop, venue.Each);
        await crowd.AssembleAsync(Session.Seats(conferences, venue.Each), without: 0, session.Stop);
        await Warming.RunAsync(crowd, session.Load, session.Stop);
        return crowd;
    }

    private static async Task<Figures> RoundAsync(Session session, Crowd crowd, Venue venue)
    {
        var again = crowd.Changes.Again;
        var flow = await ClosedLoop.RunAsync(crowd, Load.ChangesInFlight, session.Load.Closed, session.Stop);
        var alone = await ClosedLoop.RunAsync(crowd, 1, session.Load.Closed, session.Stop);
        var (spread, paced) = await PacedLoad.RunAsync(crowd, Load.PacedEventsPerSecond / venue.Each, session.Load.Paced, session.Stop);
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

    private static IEnumerable<Figure> Rows(Medians medians, Venue venue)
    {
        var aimed = venue == Promised;
        return
        [
            medians.Row("rate", $"{venue}, {Load.ChangesInFlight} changes in flight", "events/s", aimed ? Aim.RatioAtLeast(0.95) : null),
            medians.Row("cost", $"{venue}, {Load.ChangesInFlight} in flight, server CPU", "µs/event", aimed ? Aim.RatioAtMost(1.15) : null),
            medians.Row("generator", $"{venue}, {Load.ChangesInFlight} in flight, generator CPU", "µs/event"),
            medians.Row("alone rate", $"{venue}, 1 change in flight", "events/s", aimed ? Aim.RatioAtLeast(0.95) : null),
            medians.Row("alone cost", $"{venue}, 1 in flight, server CPU", "µs/event", aimed ? Aim.RatioAtMost(1.15) : null),
            medians.Row("paced cost", $"{venue}, {Load.PacedEventsPerSecond:N0} events/s, server CPU", "µs/event", aimed ? Aim.RatioAtMost(1.15) : null),
            medians.Row("p50", $"{venue}, a change reaches all, p50", "ms"),
            medians.Row("p99", $"{venue}, a change reaches all, p99", "ms", aimed ? Aim.RatioAtMost(1.25) : null),
            medians.Row("again", $"{venue}, delivered twice", "events"),
            medians.Row("cut", $"{venue}, readers cut", "readers"),
        ];
    }
}
