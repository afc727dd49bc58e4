using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>
/// The one thread that writes the log: it takes everything that waits into one transaction, and answers after the commit.
/// Its own thread, because SQLite's calls block on the disk and must not hold up the thread pool.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // SQLite's result codes for a storage that is away rather than a value that is wrong.
    private const int Busy = 5, InputOutput = 10, Full = 13;

    // Bounds how long the first of a batch waits for the last.
    private const int MostTogether = 1000;

    private readonly Channel<SqliteWork> waiting = Channel.CreateUnbounded<SqliteWork>(new() { SingleReader = true });
    private readonly SqliteFile file;
    private readonly SqliteStatements statements;
    private readonly Thread thread;

    public SqliteWriter(SqliteFile file)
    {
        this.file = file;
        statements = new SqliteStatements(file.OpenForLog());
        thread = new Thread(Run) { IsBackground = true, Name = "plenum log writer" };
        thread.Start();
    }

    public CommitTally Tally { get; } = new();

    /// <summary>Answers once the work is durable; <paramref name="committed"/> runs then, even if the caller is gone.</summary>
    public Task<T> Write<T>(Func<SqliteStatements, T> ask, Action<T> committed, CancellationToken cancellation)
    {
        var asked = new Waiting<T>();
        T result = default!;
        var work = new SqliteWork(
            asked,
            statements => result = ask(statements),
            () =>
            {
                committed(result);
                asked.Succeed(result);
            });
        if (!waiting.Writer.TryWrite(work))
            asked.Fail(new ObjectDisposedException(nameof(SqliteWriter)));
        return asked.Answer(Waiting.DeadlineOfOwnFile, cancellation);
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        statements.Dispose();
    }

    private void Run()
    {
        // Blocking here is what this thread is for.
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var batch = new List<SqliteWork>();
            while (batch.Count < MostTogether && waiting.Reader.TryRead(out var next))
            {
                if (!next.Asked.Abandoned)
                    batch.Add(next);
            }

            if (batch.Count > 0)
                Commit(batch);
        }
    }

    private void Commit(List<SqliteWork> batch)
    {
        var started = Stopwatch.GetTimestamp();
        var fault = Attempt(batch);
        if (fault is null)
        {
            Tally.Add(batch.Count, Stopwatch.GetElapsedTime(started));
            batch.ForEach(work => work.Tell());
        }
        else if (batch.Count > 1 && fault is not SqliteException { SqliteErrorCode: Busy or Full or InputOutput })
        {
            // Something in the batch cannot be stored; halving finds it in few steps, and everybody else is stored.
            Commit(batch[..(batch.Count / 2)]);
            Commit(batch[(batch.Count / 2)..]);
        }
        else
        {
            batch.ForEach(work => work.Asked.Fail(fault));
        }
    }

    private Exception? Attempt(List<SqliteWork> batch)
    {
        file.Turn.Wait();
        try
        {
            statements.Begin();
            batch.ForEach(work => work.Do(statements));
            statements.Commit();
            return null;
        }
        catch (Exception fault)
        {
            statements.Rollback();
            return fault;
        }
        finally
        {
            file.Turn.Release();
        }
    }
}
