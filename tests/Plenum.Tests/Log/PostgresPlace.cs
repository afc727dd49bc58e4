using Npgsql;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Hosting.Storage.Postgres;

namespace Plenum.Tests.Log;

/// <summary>A database of its own on the tests' PostgreSQL.</summary>
public sealed class PostgresPlace(PostgresForTests server) : StoragePlace
{
    private readonly string name = $"plenum_{Guid.NewGuid():N}";
    private string? address;

    /// <summary>The database's connection string.</summary>
    public string Address => new NpgsqlConnectionStringBuilder(address) { Database = name }.ConnectionString;

    public override async Task Make()
    {
        address = await server.Address();
        await OnServer($"CREATE DATABASE {name}");
    }

    public override Database Choose() => new PostgresDatabase(Address);

    public override CommitTally Tally(ConferenceLog log) => ((PostgresConferenceLog)log).Tally;

    public override Task Remove() => address is null ? Task.CompletedTask : OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    public async Task OnServer(string sql)
    {
        await using var source = NpgsqlDataSource.Create(address!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
