using Npgsql;

namespace Plenum.Tests.Log;

/// <summary>One database for a class of tests, made when the first of them asks.</summary>
public sealed class PostgresDatabaseForTests : IAsyncDisposable
{
    private readonly PostgresForTests server;
    private readonly Lazy<Task<string>> address;

    public PostgresDatabaseForTests(PostgresForTests server)
    {
        this.server = server;
        address = new(Make);
    }

    public string Name { get; } = $"plenum_{Guid.NewGuid():N}";

    /// <summary>A superuser's connection string to it; skips the test when there is no PostgreSQL.</summary>
    public Task<string> Address() => address.Value;

    public async ValueTask DisposeAsync()
    {
        if (address is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await On(await server.Address(), $"DROP DATABASE {Name} WITH (FORCE)");
    }

    /// <summary>Runs a statement as the superuser.</summary>
    public static async Task On(string address, string sql)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> Make()
    {
        var whole = await server.Address();
        await On(whole, $"CREATE DATABASE {Name}");
        return new NpgsqlConnectionStringBuilder(whole) { Database = Name, Pooling = false }.ConnectionString;
    }
}
