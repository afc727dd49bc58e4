using Plenum.Bench.Servers;
using Plenum.Bench.Wire;

namespace Plenum.Bench.Cases;

/// <summary>What a case runs with. Fresh servers are started for each case, so that no case inherits another's heap.</summary>
internal sealed record Session(Load Load, bool BareOnly, StreamLoop Loop, CancellationToken Stop)
{
    /// <summary>The bare peer first, then Plenum, both ready and holding the conferences.</summary>
    public async Task<IReadOnlyList<Peer>> StartAsync(IReadOnlyList<string> conferences)
    {
        if (BareOnly)
            return [await ReadyAsync(BarePeer.Start(Frame.Assumed), conferences)];
        var plenum = await ReadyAsync(PlenumPeer.Start(), [.. conferences, Lesson.Conference]);
        var frame = await Lesson.LearnAsync(plenum, Loop, Stop);
        return [await ReadyAsync(BarePeer.Start(frame), conferences), plenum];
    }

    /// <summary>Measures the peers in turn, round by round, and takes each figure's median.</summary>
    public async Task<Medians> AlternateAsync<T>(IReadOnlyList<T> subjects, Func<T, string> name, Func<T, int, Task<Figures>> measure, int? rounds = null)
    {
        var medians = new Medians();
        for (var round = 0; round < (rounds ?? Load.Rounds); round++)
            foreach (var subject in subjects)
                medians.Add(name(subject), await measure(subject, round));
        return medians;
    }

    public static IReadOnlyList<string> Names(int conferences, string prefix = "bench") =>
        [.. Enumerable.Range(0, conferences).Select(i => $"{prefix}-{i}")];

    /// <summary>Each conference once for every participant it gets, conferences taking turns.</summary>
    public static IReadOnlyList<string> Seats(IReadOnlyList<string> conferences, int each) =>
        [.. Enumerable.Range(0, each).SelectMany(_ => conferences)];

    private async Task<Peer> ReadyAsync(Peer peer, IReadOnlyList<string> conferences)
    {
        await peer.AskUntilReadyAsync(Stop);
        await peer.PrepareAsync(conferences, Stop);
        return peer;
    }
}
