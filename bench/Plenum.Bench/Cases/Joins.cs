using System.Diagnostics;
using Plenum.Bench.Results;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Cases;

/// <summary>Token, stream and whole roster for everyone, while those who are in are told of each newcomer.</summary>
internal sealed class Joins : Case
{
    public override string Name => "joins";

    public override string Question => "everyone arrives at once";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        var load = session.Load;
        var one = load.JoinsIntoOne;
        await MeasureAsync(session, figures, $"{one:N0} joins into one conference", 1, one, Aim.AtMostValue(5));
        var (conferences, each) = load.JoinsIntoMany;
        await MeasureAsync(session, figures, $"{conferences * each:N0} joins over {conferences} conferences", conferences, each, null);
    }

    private static async Task MeasureAsync(Session session, List<Figure> figures, string name, int conferences, int each, Aim? aim)
    {
        // Every round joins conferences that are still empty; the first one only warms the servers up.
        var rounds = session.Load.Rounds + 1;
        var peers = await session.StartAsync([.. Enumerable.Range(0, rounds).SelectMany(round => Names(round))]);
        try
        {
            await session.AlternateAsync(peers, peer => peer.Name, (peer, _) => RoundAsync(peer, 0), rounds: 1);
            var medians = await session.AlternateAsync(peers, peer => peer.Name, (peer, round) => RoundAsync(peer, round + 1));
            figures.Add(medians.Row("time", name, "s", aim));
            figures.Add(medians.Row("rate", name, "joins/s"));
            figures.Add(medians.Row("cost", name + ", server CPU", "µs/join"));
        }
        finally
        {
            Stop(peers);
        }

        IReadOnlyList<string> Names(int round) => Session.Names(conferences, $"bench-{round}");

        async Task<Figures> RoundAsync(Peer peer, int round)
        {
            var seats = Session.Seats(Names(round), each);
            using var crowd = new Crowd(peer, session.Loop, seats.Count);
            var (spent, began) = (peer.Server.ProcessorTime, Stopwatch.StartNew());
            await crowd.JoinAsync(seats, session.Stop);
            return new()
            {
                ["time"] = began.Elapsed.TotalSeconds,
                ["rate"] = seats.Count / began.Elapsed.TotalSeconds,
                ["cost"] = (peer.Server.ProcessorTime - spent).TotalMicroseconds / seats.Count,
            };
        }
    }
}
