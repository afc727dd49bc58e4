using System.Diagnostics;
using System.Net.Sockets;
using Plenum.Bench.Wire;

namespace Plenum.Bench;

/// <summary>Keeps everyone's token alive as their clients would, evenly spread; the bare peer answers as many empty requests.</summary>
internal sealed class Refreshing : IDisposable
{
    private static readonly TimeSpan Lap = TimeSpan.FromSeconds(45);

    // A busy server answers late; one asker after another would then miss the time after which people are taken for gone.
    private const int Hands = 16;

    private readonly CancellationTokenSource _enough = new();
    private readonly Crowd _crowd;

    public Refreshing(Crowd crowd)
    {
        _crowd = crowd;
        for (var hand = 0; hand < Hands; hand++)
            _ = RunAsync(hand);
    }

    public void Dispose() => _enough.Cancel();

    private async Task RunAsync(int hand)
    {
        await Task.Yield();
        using var connection = new Connection(_crowd.Peer.Server.Address);
        try
        {
            for (var lap = Stopwatch.StartNew(); ; lap.Restart())
            {
                var people = _crowd.People.ToArray();
                for (var i = hand; i < people.Length; i += Hands)
                {
                    await UntilAsync(lap, Lap * i / people.Length);
                    await RefreshAsync(connection, people[i]);
                }

                await UntilAsync(lap, people.Length < Hands ? Lap / 10 : Lap);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or SocketException)
        {
            // The case is over, or its server is gone, which the case itself notices.
        }
    }

    private async Task UntilAsync(Stopwatch lap, TimeSpan time)
    {
        if (time - lap.Elapsed is var early && early > TimeSpan.Zero)
            await Task.Delay(early, _enough.Token);
    }

    private async Task RefreshAsync(Connection connection, Participant person)
    {
        var answer = await connection.AskAsync(_crowd.Peer.Refresh(person), _enough.Token);
        if (answer.Succeeded && person.Token.Length > 0)
            person.Refreshed(answer.Text("token"u8));
    }
}
