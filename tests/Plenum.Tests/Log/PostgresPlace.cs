using Npgsql;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Hosting.Storage.Postgres;

namespace Plenum.Tests.Log;

/// <summary>A schema of its own, which to Plenum is a whole empty database.</summary>
public sealed class PostgresPlace(PostgresDatabaseForTests database) : StoragePlace
{
    private readonly string schema = $"test_{Guid.NewGuid():N}";
    private string? address;

    /// <summary>The connection string of a program that uses it.</summary>
    public string Address => new NpgsqlConnectionStringBuilder(address) { SearchPath = schema, Pooling = true }.ConnectionString;

    public override async Task Make()
    {
        address = await database.Address();
        await Run($"CREATE SCHEMA {schema}");
    }

    public override Database Choose() => new PostgresDatabase(Address);

    public override CommitTally Tally(ConferenceLog log) => ((PostgresConferenceLog)log).Tally;

    public override Task Remove() => Task.CompletedTask;

    /// <summary>Ends the connections that a program listens on.</summary>
    public Task EndListening() => Run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'plenum listener' AND datname = current_database()");

    private Task Run(string sql) => PostgresDatabaseForTests.On(address!, sql);
}
