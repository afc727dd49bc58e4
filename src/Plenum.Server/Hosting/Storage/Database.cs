using System.Data.Common;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage.Postgres;
using Plenum.Server.Hosting.Storage.Sqlite;

namespace Plenum.Server.Hosting.Storage;

/// <summary>
/// Where everything durable lives. Configuration is read and written with the SQL that both dialects share; the log has a
/// hand-written implementation for each.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>Whether other programs may be writing to it at this moment.</summary>
    public abstract bool Shared { get; }

    /// <summary>A connection string means PostgreSQL, its absence the embedded file in the folder.</summary>
    /// <exception cref="StorageRefused">The connection string cannot be read.</exception>
    public static Database Choose(string? connectionString, string folder) =>
        string.IsNullOrWhiteSpace(connectionString)
            ? new SqliteDatabase(folder)
            : new PostgresDatabase(connectionString);

    /// <summary>Brings the schema to the program's version; safe when several programs start at once.</summary>
    /// <exception cref="StorageRefused">The storage is out of reach, not writable, not ours, or newer than the program.</exception>
    public abstract Task Migrate(CancellationToken cancellation);

    /// <summary>An open connection for reading; the caller disposes it.</summary>
    public abstract Task<DbConnection> Open(CancellationToken cancellation);

    /// <summary>
    /// Runs one short transaction and commits it. Writers go through here, because SQLite has one writer at a time and
    /// its own waiting is not fair: under load a polling writer could lose to the log for ever.
    /// </summary>
    public abstract Task<T> Write<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation);

    /// <summary>The one log of this database.</summary>
    public abstract ConferenceLog Log(TimeProvider clock);

    /// <summary>The one presence table of this database.</summary>
    public abstract Presences Presences(TimeProvider clock);

    /// <summary>Lets what is waiting commit, then closes.</summary>
    public abstract ValueTask DisposeAsync();
}
