using Dapper;
using Microsoft.Data.Sqlite;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Hosting.Storage.Sqlite;

namespace Plenum.Tests.Log;

public sealed class Upgrading_the_file : IAsyncLifetime
{
    private static readonly IReadOnlyList<Migration> Known = Migration.Of("sqlite");

    private static readonly int Newest = Known[^1].Version;

    private readonly SqlitePlace place = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await place.Remove();

    [Fact]
    public void The_systems_SQLite_is_used_where_there_is_one()
    {
        var system = File.Exists("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0");
        Assert.SkipUnless(system, "There is no libsqlite3 on this system.");

        SystemSqlite.Use();

        Assert.Contains("/libsqlite3.so", File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
        Assert.DoesNotContain("e_sqlite3.so", File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fresh_file_needs_no_copy()
    {
        await using var database = place.Choose();
        await database.Migrate(CancellationToken.None);

        Assert.False(Directory.Exists(Path.Combine(place.Folder, "backups")));
    }

    [Fact]
    public async Task What_was_there_before_is_kept_beside_it()
    {
        await using var database = place.Choose();
        await database.Migrate(CancellationToken.None);
        await database.Write(
            transaction => transaction.Connection!.ExecuteAsync("INSERT INTO secrets VALUES ('key', 'kept')", transaction: transaction),
            CancellationToken.None);
        using (var file = new SqliteFile(place.Folder))
            new SqliteUpgrade(file, [.. Known, new(Newest + 1, "later", "DROP TABLE secrets")]).Run();

        await using var copy = new SqliteConnection($"Data Source={Path.Combine(place.Folder, "backups", $"before-{Newest + 1:0000}.db")};Pooling=False");
        Assert.Equal("kept", await copy.ExecuteScalarAsync<string>("SELECT value FROM secrets"));
        Assert.Equal(Newest, await copy.ExecuteScalarAsync<int>("SELECT MAX(version) FROM plenum_schema"));
        await using var now = await database.Open(CancellationToken.None);
        Assert.Equal(Newest + 1, await now.ExecuteScalarAsync<int>("SELECT MAX(version) FROM plenum_schema"));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_as_it_was()
    {
        await using var database = place.Choose();
        await database.Migrate(CancellationToken.None);
        using var file = new SqliteFile(place.Folder);
        var upgrade = new SqliteUpgrade(
            file,
            [.. Known, new(Newest + 1, "good", "DROP TABLE secrets"), new(Newest + 2, "bad", "DROP TABLE nowhere")]);

        Assert.Throws<StorageRefused>(upgrade.Run);

        await using var now = await database.Open(CancellationToken.None);
        Assert.Equal(Newest, await now.ExecuteScalarAsync<int>("SELECT MAX(version) FROM plenum_schema"));
        Assert.Equal(0, await now.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM secrets"));
    }
}
