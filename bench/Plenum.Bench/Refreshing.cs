using System.Net.Sockets;
using Plenum.Bench.Wire;

namespace Plenum.Bench;

/// <summary>Keeps everyone's token alive as their clients would, evenly spread; the bare peer answers as many empty requests.</summary>
internal sealed class Refreshing : IDisposable
{
    private static readonly TimeSpan Lap = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _enough = new();
    private readonly Crowd _crowd;

    public Refreshing(Crowd crowd)
    {
        _crowd = crowd;
        _ = Task.Run(RunAsync);
    }

    public void Dispose() => _enough.Cancel();

    private async Task RunAsync()
    {
        using var connection = new Connection(_crowd.Peer.Server.Address);
        try
        {
            for (var next = 0; ; await Task.Delay(Step, _enough.Token))
            {
                var people = _crowd.People.ToArray();
                for (var some = people.Length * Step / Lap + Random.Shared.NextDouble(); some >= 1; some--)
                    await RefreshAsync(connection, people[next++ % people.Length]);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or SocketException)
        {
            // The case is over, or its server is gone, which the case itself notices.
        }
    }

    private async Task RefreshAsync(Connection connection, Participant person)
    {
        var answer = await connection.AskAsync(_crowd.Peer.Refresh(person), _enough.Token);
        if (answer.Succeeded && person.Token.Length > 0)
            person.Refreshed(answer.Text("token"u8));
    }
}
