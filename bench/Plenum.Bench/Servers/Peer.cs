using System.Diagnostics;
using Plenum.Bench.Wire;

namespace Plenum.Bench.Servers;

/// <summary>A server under load, and how the load is said in its own words. There are two: Plenum, and the bare limit.</summary>
internal abstract class Peer(ServerProcess server) : IDisposable
{
    public ServerProcess Server => server;

    public abstract string Name { get; }

    protected abstract string ReadyPath { get; }

    /// <summary>Makes the conferences that the run joins.</summary>
    public abstract Task PrepareAsync(IEnumerable<string> conferences, CancellationToken stop);

    public abstract byte[] Join(string conference, int number);

    public abstract Participant Joined(string conference, Answer answer);

    public abstract byte[] Events(Participant participant);

    /// <summary>A change that everyone in the conference is told of, with its sequence number.</summary>
    public abstract byte[] Change(Participant participant, int sequence);

    /// <summary>A durable command that turns something on or off.</summary>
    public abstract byte[] Command(Participant participant, bool on);

    /// <summary>Shows that the server knows a participant who joined before it was killed.</summary>
    public abstract byte[] Refresh(Participant participant);

    public Task<Answer> AskUntilReadyAsync(CancellationToken stop) => AskUntilSucceededAsync(Connection.Get(ReadyPath), stop);

    public async Task<Answer> AskUntilSucceededAsync(byte[] request, CancellationToken stop)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(5, stop))
        {
            using var connection = new Connection(server.Address);
            try
            {
                if (await connection.AskAsync(request, stop) is { Succeeded: true } answer)
                    return answer;
            }
            catch (Exception refused) when (refused is IOException or System.Net.Sockets.SocketException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"{Name} was not ready in 30 s.");
    }

    public void Dispose() => server.Dispose();
}
