using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>Brings the file to the program's schema, and keeps a copy of what was there before.</summary>
internal sealed class SqliteUpgrade(SqliteFile file)
{
    // SQLite's result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <exception cref="StorageRefused">The file cannot be used; the message says why.</exception>
    public void Run()
    {
        try
        {
            Directory.CreateDirectory(file.Folder);
            using var connection = file.Open();
            Migrate(connection);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageRefused($"The data folder {file.Folder} cannot be written: choose another with --data, or give Plenum's user the right to write there.", fault);
        }
        catch (SqliteException fault)
        {
            throw new StorageRefused(Advice(fault), fault);
        }
    }

    private void Migrate(SqliteConnection connection)
    {
        connection.Execute("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS plenum_schema (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)",
            transaction: transaction);
        var reached = connection.ExecuteScalar<int>("SELECT COALESCE(MAX(version), 0) FROM plenum_schema", transaction: transaction);
        var pending = Migration.Pending(Migration.Of("sqlite"), reached);
        if (reached > 0 && pending.Count > 0)
            Copy(pending[0].Version);
        foreach (var migration in pending)
        {
            connection.Execute(migration.Sql, transaction: transaction);
            connection.Execute(
                "INSERT INTO plenum_schema (version, name, applied_at) VALUES (@Version, @Name, @now)",
                new { migration.Version, migration.Name, now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() },
                transaction);
        }

        transaction.Commit();
    }

    // The migrating transaction already holds the write lock, so this second connection copies exactly what was there.
    private void Copy(int version)
    {
        var backups = Directory.CreateDirectory(Path.Combine(file.Folder, "backups")).FullName;
        var copy = Path.Combine(backups, string.Create(CultureInfo.InvariantCulture, $"before-{version:0000}.db"));
        var part = copy + ".part";
        File.Delete(part);
        using (var reader = file.Open())
            reader.Execute("VACUUM INTO @part", new { part });
        using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            written.Flush(flushToDisk: true);
        File.Move(part, copy, overwrite: true);
    }

    private string Advice(SqliteException fault) => fault.SqliteErrorCode switch
    {
        ReadOnly or CannotOpen => $"The database {file.Name} cannot be written: choose another folder with --data, or give Plenum's user the right to write there.",
        Busy => $"The database {file.Name} is in use by another program: stop that one first.",
        Full => $"The disk of {file.Name} is full: make room and start again.",
        NotADatabase or Corrupt => $"The file {file.Name} is not a sound SQLite database: move it away, or restore a backup.",
        _ => $"The database {file.Name} cannot be used: {fault.Message}",
    };
}
