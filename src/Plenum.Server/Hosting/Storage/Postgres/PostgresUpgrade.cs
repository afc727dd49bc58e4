using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>Brings the database to the program's schema in one transaction, one program at a time.</summary>
internal sealed class PostgresUpgrade(PostgresServer server)
{
    // Any number that no other program is likely to lock: "plenum" in ASCII.
    private const long LockKey = 0x706C656E756D;

    // Another program may be migrating much.
    private const int Patience = 120;

    /// <exception cref="StorageRefused">The database cannot be used; the message says why.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await server.Source.OpenConnectionAsync(cancellation);
            await Migrate(connection, cancellation);
        }
        catch (PostgresException fault)
        {
            throw new StorageRefused(Advice(fault), fault);
        }
        catch (Exception fault) when (fault is NpgsqlException or SocketException or TimeoutException)
        {
            throw new StorageRefused(
                $"PostgreSQL at {server.Place} does not answer ({(fault.InnerException ?? fault).Message}): start it, or correct --database.",
                fault);
        }
    }

    private static async Task Migrate(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@LockKey)", new { LockKey }, commandTimeout: Patience);
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS plenum_schema (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)");
        var reached = await connection.ExecuteScalarAsync<int>("SELECT COALESCE(MAX(version), 0) FROM plenum_schema");
        foreach (var migration in Migration.Pending(Migration.Of("postgres"), reached))
        {
            await connection.ExecuteAsync(migration.Sql, commandTimeout: Patience);
            await connection.ExecuteAsync(
                "INSERT INTO plenum_schema (version, name, applied_at) VALUES (@Version, @Name, @now)",
                new { migration.Version, migration.Name, now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() });
        }

        await transaction.CommitAsync(cancellation);
    }

    private string Advice(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL at {server.Place} does not let in user {server.User}: correct Username and Password in --database.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"PostgreSQL at {server.Place} has no database {server.Name}: create it with createdb, or correct --database.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"User {server.User} may not create tables in database {server.Name}: make it the owner of that database.",
        _ => $"PostgreSQL at {server.Place} cannot be used: {fault.MessageText}",
    };
}
