using System.Data.Common;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>One file in the data folder, for one node; nothing to install and nothing to run beside it.</summary>
public sealed class SqliteDatabase : Database
{
    private readonly SqliteFile file;
    private readonly Lazy<SqliteWriter> writer;
    private readonly Lazy<SqliteReaders> readers;

    public SqliteDatabase(string folder)
    {
        SystemSqlite.Use();
        file = new SqliteFile(Path.GetFullPath(folder));
        writer = new(() => new SqliteWriter(file));
        readers = new(() => new SqliteReaders(file));
    }

    public override bool Shared => false;

    public override Task Migrate(CancellationToken cancellation)
    {
        new SqliteUpgrade(file, Migration.Of("sqlite")).Run();
        return Task.CompletedTask;
    }

    public override Task<DbConnection> Open(CancellationToken cancellation) => Task.FromResult<DbConnection>(file.Open());

    public override async Task<T> Write<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await file.Turn.WaitAsync(cancellation);
        try
        {
            await using var connection = file.Open();
            await using var transaction = connection.BeginTransaction();
            var result = await work(transaction);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        finally
        {
            file.Turn.Release();
        }
    }

    public override ConferenceLog Log(TimeProvider clock) => new SqliteConferenceLog(writer.Value, readers.Value, clock);

    public override Presences Presences(TimeProvider clock) => new SqlitePresences(writer.Value, readers.Value);

    public override ValueTask DisposeAsync()
    {
        if (writer.IsValueCreated)
            writer.Value.Dispose();
        if (readers.IsValueCreated)
            readers.Value.Dispose();
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}
