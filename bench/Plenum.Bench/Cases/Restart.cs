using System.Diagnostics;
using Plenum.Bench.Results;
using Plenum.Bench.Wire;

namespace Plenum.Bench.Cases;

/// <summary>Killed without warning, started again on the same folder: how long until it answers, and until it knows those who were in.</summary>
internal sealed class Restart : Case
{
    private const int CommandsEach = 4;

    public override string Name => "restart";

    public override string Question => "killed and started again";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        var (count, each) = session.Load.Restarting;
        var conferences = Session.Names(count);
        var peers = await session.StartAsync(conferences);
        try
        {
            var crowds = new List<Crowd>();
            foreach (var peer in peers)
            {
                crowds.Add(new(peer, session.Loop, count * each));
                await crowds[^1].JoinAsync(Session.Seats(conferences, each), session.Stop);
                await MakeHistoryAsync(crowds[^1], session.Stop);
            }

            var medians = await session.AlternateAsync(crowds, crowd => crowd.Peer.Name, (crowd, _) => RoundAsync(crowd, session.Stop), session.Load.Rounds * 2 + 1);
            figures.Add(medians.Row("ready", $"start to first answer, {count} conferences of {each}", "s", Aim.AtMostValue(1.2)));
            figures.Add(medians.Row("known", "start to first refreshed token", "s"));
        }
        finally
        {
            Stop(peers);
        }
    }

    private static async Task MakeHistoryAsync(Crowd crowd, CancellationToken stop)
    {
        using var connection = new Connection(crowd.Peer.Server.Address);
        crowd.Rest();
        foreach (var person in crowd.People)
            for (var i = 0; i < CommandsEach; i++)
                await connection.AskAsync(crowd.Peer.Command(person, i % 2 is 0), stop);
    }

    private static async Task<Figures> RoundAsync(Crowd crowd, CancellationToken stop)
    {
        crowd.Peer.Server.Kill();
        var began = Stopwatch.StartNew();
        crowd.Peer.Server.Restart();
        await crowd.Peer.AskUntilReadyAsync(stop);
        var ready = began.Elapsed;
        await crowd.Peer.AskUntilSucceededAsync(crowd.Peer.Refresh(crowd.People.First()), stop);
        return new() { ["ready"] = ready.TotalSeconds, ["known"] = began.Elapsed.TotalSeconds };
    }
}
