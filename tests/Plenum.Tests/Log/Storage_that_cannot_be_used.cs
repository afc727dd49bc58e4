using Dapper;
using Npgsql;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Tests.Log;

public sealed class Storage_that_cannot_be_used(PostgresDatabaseForTests shared)
    : IAsyncLifetime, IClassFixture<PostgresDatabaseForTests>
{
    private readonly SqlitePlace folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await folder.Remove();

    [Theory]
    [InlineData("not a connection string; Password=hush")]
    [InlineData("Host=127.0.0.1;Prot=5432;Password=hush")]
    [InlineData("Host=127.0.0.1;Port=hush")]
    [InlineData("Database=plenum;Password=hush")]
    [InlineData("postgres://plenum:hush@127.0.0.1/plenum")]
    public void A_bad_connection_string_is_refused_without_repeating_it(string connectionString)
    {
        var refusal = Assert.Throws<StorageRefused>(() => Database.Choose(connectionString, folder.Folder));

        Assert.Contains("Host=", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        await using var cable = new Cable(1);
        cable.Cut();

        var refusal = await Refusal($"Host=127.0.0.1;Port={cable.Port};Database=plenum;Username=plenum;Password=hush");

        Assert.StartsWith($"PostgreSQL at 127.0.0.1:{cable.Port} does not answer", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_database_is_named()
    {
        var address = new NpgsqlConnectionStringBuilder(await shared.Address()) { Database = "nowhere" };

        Assert.Contains("has no database nowhere: create it", await Refusal(address.ConnectionString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused()
    {
        var file = Path.Combine(folder.Folder, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.Contains("cannot be written", await Refusal(null, Path.Combine(file, "data")), StringComparison.Ordinal);
        Assert.Contains("cannot be written", await Refusal(null, "/proc/plenum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var file = Path.Combine(folder.Folder, "plenum.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));

        Assert.Contains("not a sound SQLite database", await Refusal(null), StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_file_newer_than_the_program_is_refused() => await IsTooNew(folder);

    [Fact]
    public async Task A_server_database_newer_than_the_program_is_refused()
    {
        var place = new PostgresPlace(shared);
        await place.Make();
        await IsTooNew(place);
        await place.Remove();
    }

    private static async Task IsTooNew(StoragePlace place)
    {
        await using var database = place.Choose();
        await database.Migrate(CancellationToken.None);
        await database.Write(
            transaction => transaction.Connection!.ExecuteAsync(
                "INSERT INTO plenum_schema (version, name, applied_at) VALUES (9999, 'later', 0)", transaction: transaction),
            CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<StorageRefused>(() => database.Migrate(CancellationToken.None));

        Assert.Contains("schema 9999, newer than this program", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<string> Refusal(string? connectionString, string? data = null)
    {
        await using var database = Database.Choose(connectionString, data ?? folder.Folder);
        var refusal = await Assert.ThrowsAsync<StorageRefused>(() => database.Migrate(CancellationToken.None));
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }
}
