using System.Diagnostics;
using Plenum.Bench.Wire;

namespace Plenum.Bench;

/// <summary>As many changes as the server takes: the next one is made when the last reader has the one before. Each hand changes its own participant, so none replaces another's. Every conference has as many hands.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(10);

    public static async Task<Flow> RunAsync(Crowd crowd, int inFlight, TimeSpan time, CancellationToken stop)
    {
        var (flow, began) = (Flow.Count(crowd), Stopwatch.StartNew());
        var hands = crowd.People.GroupBy(person => person.Conference).SelectMany(people => people.Take(inFlight));
        await Task.WhenAll(hands.Select(person => ChangeAsync(crowd, person, began, time, stop)));
        return flow();
    }

    private static async Task ChangeAsync(Crowd crowd, Participant person, Stopwatch began, TimeSpan time, CancellationToken stop)
    {
        using var connection = new Connection(crowd.Peer.Server.Address);
        while (began.Elapsed < time)
        {
            var (sequence, reached) = crowd.Changes.Begin(Stopwatch.GetTimestamp());
            var answer = await connection.AskAsync(crowd.Peer.Change(person, sequence), stop);
            if (!answer.Succeeded)
                throw new InvalidOperationException($"{crowd.Peer.Name} refused a change: {answer}");
            await reached.WaitAsync(Lost, stop);
        }
    }
}
