using System.Diagnostics;
using Plenum.Bench.Wire;

namespace Plenum.Bench;

/// <summary>Changes at a fixed rate, whether or not the server keeps up, so that a pause is seen by all who had to wait for it.</summary>
internal static class PacedLoad
{
    private const int Hands = 32;
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(15);

    public static async Task<(Spread Spread, Flow Flow)> RunAsync(Crowd crowd, double perSecond, TimeSpan time, CancellationToken stop)
    {
        var flow = Flow.Count(crowd);
        var start = Stopwatch.GetTimestamp();
        var interval = Stopwatch.Frequency / perSecond;
        var count = (int)(time.TotalSeconds * perSecond);
        var people = crowd.People.Take(Hands).ToArray();
        var times = await Task.WhenAll(people.Select((person, hand) => Task.Run(() => HandAsync(person, hand), stop)));
        return (Spread.Of([.. times.SelectMany(each => each)]), flow());

        async Task<List<TimeSpan>> HandAsync(Participant person, int hand)
        {
            using var connection = new Connection(crowd.Peer.Server.Address);
            var reached = new List<Task<TimeSpan>>();
            for (var i = hand; i < count; i += people.Length)
            {
                var scheduled = start + (long)(i * interval);
                var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), scheduled);
                if (early > TimeSpan.FromMilliseconds(1))
                    await Task.Delay(early, stop);
                var (sequence, all) = crowd.Changes.Begin(scheduled);
                reached.Add(all);
                await connection.AskAsync(crowd.Peer.Change(person, sequence), stop);
            }

            return [.. await Task.WhenAll(reached.Select(all => all.WaitAsync(Lost, stop)))];
        }
    }
}
