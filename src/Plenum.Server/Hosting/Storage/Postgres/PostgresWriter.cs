using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>One of the writers: takes what waits for its share of the conferences into one transaction, then answers.</summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    // Bounds how long the first of a batch waits for the last, and how much memory a batch of large entries takes.
    private const int MostTogether = 500, MostText = 4 << 20;

    private readonly Channel<PostgresAppend> waiting = Channel.CreateUnbounded<PostgresAppend>(new() { SingleReader = true });
    private readonly PostgresServer server;
    private readonly CommitTally tally;
    private readonly Action<Moved> committed;
    private readonly Task running;

    public PostgresWriter(PostgresServer server, CommitTally tally, Action<Moved> committed)
    {
        this.server = server;
        this.tally = tally;
        this.committed = committed;
        running = Run();
    }

    public Task<AppendOutcome> Append(NewEntries entries, CancellationToken cancellation)
    {
        var asked = new Waiting<AppendOutcome>();
        if (!waiting.Writer.TryWrite(new PostgresAppend(entries, asked)))
            asked.Fail(new ObjectDisposedException(nameof(PostgresWriter)));
        return asked.Answer(Waiting.Deadline, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await running;
    }

    private async Task Run()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            var batch = Drain();
            if (batch.Count > 0)
                await Commit(batch);
        }
    }

    private List<PostgresAppend> Drain()
    {
        var batch = new List<PostgresAppend>();
        var text = 0L;
        while (batch.Count < MostTogether && text < MostText && waiting.Reader.TryRead(out var next))
        {
            if (next.Asked.Abandoned)
                continue;
            batch.Add(next);
            text += next.Entries.Entries.Sum(entry => entry.Body.Length + (entry.Text?.Length ?? 0L));
        }

        return batch;
    }

    private async Task Commit(List<PostgresAppend> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var outcomes = await Attempt(batch);
            tally.Add(batch.Count, Stopwatch.GetElapsedTime(started));
            for (var i = 0; i < batch.Count; i++)
            {
                if (outcomes[i] is AppendOutcome.Appended { Version: var version })
                    committed(new Moved(batch[i].Entries.Conference, version));
                batch[i].Asked.Succeed(outcomes[i]);
            }
        }
        catch (Exception fault) when (batch.Count > 1 && !IsAway(fault))
        {
            // Something in the batch cannot be stored; halving finds it in few steps, and everybody else is stored.
            await Commit(batch[..(batch.Count / 2)]);
            await Commit(batch[(batch.Count / 2)..]);
        }
        catch (Exception fault)
        {
            foreach (var member in batch)
                member.Asked.Fail(fault);
        }
    }

    private async Task<IReadOnlyList<AppendOutcome>> Attempt(IReadOnlyList<PostgresAppend> batch)
    {
        using var deadline = new CancellationTokenSource(Waiting.Deadline);
        await using var connection = await server.Connect(deadline.Token);
        try
        {
            return await new PostgresBatch(connection, [.. batch.Select(member => member.Entries)]).Commit(deadline.Token);
        }
        catch (Exception fault) when (IsAway(fault))
        {
            // The server went away, so the other connections in the pool are dead too.
            NpgsqlConnection.ClearPool(connection);
            throw;
        }
    }

    // Data, constraint and deadlock errors are answers about this batch; everything else says that nothing will work now.
    private static bool IsAway(Exception fault) => fault is PostgresException answer
        ? answer.SqlState[..2] is not ("22" or "23" or "40")
        : fault is NpgsqlException or OperationCanceledException or TimeoutException;
}
