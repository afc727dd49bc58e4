using System.Collections.Concurrent;
using System.Diagnostics;
using Plenum.Bench.Servers;
using Plenum.Bench.Wire;

namespace Plenum.Bench;

/// <summary>People who have joined conferences of one server and listen, so many in each, and whatever they are told.</summary>
internal sealed class Crowd(Peer peer, StreamLoop loop, int readersEach) : IDisposable
{
    // Enough to keep both sides busy; more would only make rosters wait in memory.
    private const int SyncsAtOnce = 16;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly ConcurrentBag<EventStream> _streams = [];
    private readonly ConcurrentBag<EventStream> _stalled = [];
    private readonly ConcurrentQueue<Participant> _people = new();
    private Gathering? _gathered;
    private Refreshing? _refreshing;

    public Peer Peer => peer;

    public Changes Changes { get; } = new(readersEach);

    public IReadOnlyCollection<Participant> People => _people;

    public int Cut => Gathered.Gone;

    private Gathering Gathered => _gathered ??= new(Changes);

    /// <summary>All join, and each listens as soon as it has its token. Returns when every roster is complete.</summary>
    public async Task JoinAsync(IReadOnlyList<string> conferences, CancellationToken stop)
    {
        _refreshing ??= new(this);
        var before = Gathered.Synced;
        await ShareOutAsync(conferences, (connection, place, number) => EnterAsync(connection, place, number, listens: true, stop), stop);
        await Gathered.UntilAsync(before + conferences.Count, Longest, stop);
    }

    /// <summary>
    /// All get their tokens first and listen afterwards, which spares a big room the news of everyone's arrival. The first
    /// ones may stay without a stream for now.
    /// </summary>
    public async Task AssembleAsync(IReadOnlyList<string> conferences, int without, CancellationToken stop)
    {
        var began = Stopwatch.StartNew();
        _refreshing ??= new(this);
        await ShareOutAsync(conferences, (connection, place, number) => EnterAsync(connection, place, number, listens: false, stop), stop);
        var opened = 0;
        foreach (var person in _people.Skip(without))
        {
            Listen(person, reads: true);
            await Gathered.UntilAsync(++opened - SyncsAtOnce, Longest, stop);
        }

        await Gathered.UntilAsync(opened, Longest, stop);
        Console.WriteLine($"  {peer.Name}: {opened:N0} readers were in after {began.Elapsed.TotalSeconds:F1} s");
    }

    /// <summary>The first ones open streams that they never read.</summary>
    public void Stall(int count)
    {
        foreach (var person in _people.Take(count))
            Listen(person, reads: false);
    }

    /// <summary>Those who never read hang up.</summary>
    public void Release()
    {
        while (_stalled.TryTake(out var stream))
            stream.Dispose();
    }

    /// <summary>From here on nobody refreshes, so that the server's next word is the case's own doing.</summary>
    public void Rest() => _refreshing?.Dispose();

    public void Dispose()
    {
        Rest();
        foreach (var stream in _streams)
            stream.HangUp();
        Release();
    }

    private async Task EnterAsync(Connection connection, string conference, int number, bool listens, CancellationToken stop)
    {
        var answer = await connection.AskAsync(peer.Join(conference, number), stop);
        if (!answer.Succeeded)
            throw new InvalidOperationException($"{peer.Name} refused a join: {answer}");
        var person = peer.Joined(conference, answer);
        _people.Enqueue(person);
        if (listens)
            Listen(person, reads: true);
    }

    private void Listen(Participant person, bool reads) =>
        (reads ? _streams : _stalled).Add(loop.Open(peer.Server.Address, peer.Events(person), Gathered, reads));

    private async Task ShareOutAsync(IReadOnlyList<string> places, Func<Connection, string, int, Task> each, CancellationToken stop)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Load.JoinsAtOnce, places.Count)).Select(async _ =>
        {
            using var connection = new Connection(peer.Server.Address);
            for (var i = Interlocked.Increment(ref next); i < places.Count; i = Interlocked.Increment(ref next))
            {
                stop.ThrowIfCancellationRequested();
                await each(connection, places[i], i);
            }
        }));
    }
}
