using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Plenum.Tests.Log;
using Plenum.Tests.Running;

namespace Plenum.Tests.People;

/// <summary>A server in whose database tests look for names, so that nobody else writes any.</summary>
public abstract class A_house_of_names : IAsyncDisposable
{
    private readonly Lazy<Task<PlenumProcess>> server;

    private protected A_house_of_names() => server = new(Start);

    /// <summary>Started when the first test asks; skips the test where there is no such database.</summary>
    public Task<PlenumProcess> Server => server.Value;

    private protected abstract string Tables { get; }

    public virtual async ValueTask DisposeAsync()
    {
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await server.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Every row of every table that still holds a text.</summary>
    public async Task<IReadOnlyList<string>> Stored(string text)
    {
        await using var connection = await Open();
        var found = new List<string>();
        foreach (var table in await connection.QueryAsync<string>(Tables))
        {
            foreach (var row in await connection.QueryAsync($"SELECT * FROM \"{table}\""))
                found.AddRange(((IDictionary<string, object?>)row).Values.OfType<string>().Where(value => value.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(value => $"{table}: {value}"));
        }

        return found;
    }

    private protected abstract Task<PlenumProcess> Start();

    private protected abstract Task<DbConnection> Open();
}

public sealed class A_house_with_a_file : A_house_of_names
{
    private protected override string Tables => "SELECT name FROM sqlite_master WHERE type = 'table'";

    private protected override Task<PlenumProcess> Start() => PlenumProcess.Start();

    private protected override async Task<DbConnection> Open() => new SqliteConnection($"Data Source={Path.Combine((await Server).DataFolder, "plenum.db")}");
}

public sealed class A_house_with_PostgreSQL(PostgresForTests postgres) : A_house_of_names
{
    private readonly PostgresDatabaseForTests database = new(postgres);

    private protected override string Tables => "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";

    private protected override async Task<PlenumProcess> Start() => await PlenumProcess.Start("--no-demo", "--database", await database.Address());

    private protected override async Task<DbConnection> Open() => new NpgsqlConnection(await database.Address());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await database.DisposeAsync();
    }
}
