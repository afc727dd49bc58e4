using System.Data.Common;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>A PostgreSQL database that several nodes share.</summary>
public sealed class PostgresDatabase : Database
{
    private readonly PostgresServer server;
    private readonly Lazy<PostgresConferenceLog> log;

    public PostgresDatabase(string connectionString)
    {
        server = PostgresServer.At(connectionString);
        log = new(() => new PostgresConferenceLog(server));
    }

    public override bool Shared => true;

    public override Task Migrate(CancellationToken cancellation) => new PostgresUpgrade(server).Run(cancellation);

    public override async Task<DbConnection> Open(CancellationToken cancellation) =>
        await server.Source.OpenConnectionAsync(cancellation);

    public override async Task<T> Write<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await server.Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await work(transaction);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    public override ConferenceLog Log(TimeProvider clock) => log.Value;

    public override Presences Presences(TimeProvider clock) => new PostgresPresences(server, clock);

    public override async ValueTask DisposeAsync()
    {
        if (log.IsValueCreated)
            await log.Value.DisposeAsync();
        await server.DisposeAsync();
    }
}
