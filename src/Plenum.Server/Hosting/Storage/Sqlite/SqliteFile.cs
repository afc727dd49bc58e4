using Microsoft.Data.Sqlite;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>The database's file, how connections to it are opened, and whose turn it is to write.</summary>
internal sealed class SqliteFile(string folder) : IDisposable
{
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(folder, "plenum.db"),
        ForeignKeys = true,
        DefaultTimeout = 5,
    }.ToString();

    public string Folder => folder;

    public string Name { get; } = Path.Combine(folder, "plenum.db");

    /// <summary>One writer at a time, in the order of asking.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public SqliteConnection Open() => Open("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;");

    /// <summary>
    /// For the log's writer, which touches the same pages in commit after commit: the rarer they are carried from the
    /// write-ahead log into the file, the fewer writes. The price is that many pages (32 MiB) to read again after a crash.
    /// </summary>
    public SqliteConnection OpenForLog() =>
        Open("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -65536;");

    private SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = settings;
        command.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        Turn.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }
}
