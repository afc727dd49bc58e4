using System.Diagnostics;
using Plenum.Bench.Results;
using Plenum.Bench.Wire;

namespace Plenum.Bench.Cases;

/// <summary>Acknowledged durable commands over many small conferences, everyone listening.</summary>
internal sealed class Commands : Case
{
    public override string Name => "commands";

    public override string Question => "acknowledged durable commands";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        var (count, each) = session.Load.Commanding;
        var conferences = Session.Names(count);
        var peers = await session.StartAsync(conferences);
        var crowds = new List<Crowd>();
        try
        {
            foreach (var peer in peers)
            {
                crowds.Add(new(peer, session.Loop, each));
                await crowds[^1].AssembleAsync(Session.Seats(conferences, each), without: 0, session.Stop);
                await RoundAsync(crowds[^1], Load.WarmUp, session.Stop);
            }

            var medians = await session.AlternateAsync(crowds, crowd => crowd.Peer.Name, (crowd, _) => RoundAsync(crowd, session.Load.Closed, session.Stop));
            var name = $"{count} conferences of {each}, {Load.CommandsInFlight} in flight";
            figures.Add(medians.Row("rate", name, "commands/s", Aim.AtLeastValue(4_000)));
            figures.Add(medians.Row("cost", name + ", server CPU", "µs/command"));
            figures.Add(medians.Row("p50", name + ", acknowledged, p50", "ms"));
            figures.Add(medians.Row("p99", name + ", acknowledged, p99", "ms"));
        }
        finally
        {
            crowds.ForEach(crowd => crowd.Dispose());
            Stop(peers);
        }
    }

    private static async Task<Figures> RoundAsync(Crowd crowd, TimeSpan time, CancellationToken stop)
    {
        var server = crowd.Peer.Server;
        var people = crowd.People.ToArray();
        var (spent, began) = (server.ProcessorTime, Stopwatch.StartNew());
        var times = await Task.WhenAll(Enumerable.Range(0, Load.CommandsInFlight).Select(hand => HandAsync(hand)));
        var (elapsed, cost) = (began.Elapsed, server.ProcessorTime - spent);
        var acknowledged = Spread.Of([.. times.SelectMany(each => each)]);
        return new()
        {
            ["rate"] = acknowledged.Count / elapsed.TotalSeconds,
            ["cost"] = cost.TotalMicroseconds / acknowledged.Count,
            ["p50"] = acknowledged.Median.TotalMilliseconds,
            ["p99"] = acknowledged.P99.TotalMilliseconds,
        };

        // Each hand has people of its own, so that every command changes something.
        async Task<List<TimeSpan>> HandAsync(int hand)
        {
            using var connection = new Connection(server.Address);
            var acknowledgements = new List<TimeSpan>();
            for (var (i, on) = (hand, true); began.Elapsed < time; i += Load.CommandsInFlight)
            {
                if (i >= people.Length)
                    (i, on) = (hand, !on);
                var sent = Stopwatch.GetTimestamp();
                var answer = await connection.AskAsync(crowd.Peer.Command(people[i], on), stop);
                if (!answer.Succeeded)
                    throw new InvalidOperationException($"{crowd.Peer.Name} refused a command: {answer}");
                acknowledgements.Add(Stopwatch.GetElapsedTime(sent));
            }

            return acknowledgements;
        }
    }
}
