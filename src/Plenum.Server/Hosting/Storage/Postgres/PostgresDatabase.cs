using System.Data.Common;
using Npgsql;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>A PostgreSQL database that several nodes share.</summary>
public sealed class PostgresDatabase(string connectionString) : Database
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);

    public override Task Migrate(CancellationToken cancellation) => throw new NotSupportedException();

    public override async Task<DbConnection> Open(CancellationToken cancellation) => await source.OpenConnectionAsync(cancellation);

    public override Task<T> Write<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation) => throw new NotSupportedException();

    public override ConferenceLog Log(TimeProvider clock) => throw new NotSupportedException();

    public override Presences Presences(TimeProvider clock) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => source.DisposeAsync();
}
