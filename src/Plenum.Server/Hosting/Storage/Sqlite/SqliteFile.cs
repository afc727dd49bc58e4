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

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";
        settings.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        Turn.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }
}
