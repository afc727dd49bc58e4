using Dapper;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Tests.Log;

public abstract class StartPromises(StoragePlace place) : IAsyncLifetime
{
    private readonly List<Database> opened = [];

    public async ValueTask InitializeAsync() => await place.Make();

    public async ValueTask DisposeAsync()
    {
        foreach (var database in opened)
            await database.DisposeAsync();
        await place.Remove();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Programs_that_start_at_once_migrate_once()
    {
        var starters = Enumerable.Range(0, 4).Select(_ => Open()).ToList();

        await Task.WhenAll(starters.Select(starter => Task.Run(() => starter.Migrate(CancellationToken.None))));

        await using var connection = await starters[0].Open(CancellationToken.None);
        Assert.Equal(Migration.Of("sqlite").Select(step => step.Version), await connection.QueryAsync<int>("SELECT version FROM plenum_schema ORDER BY version"));
    }

    [Fact]
    public async Task Another_start_changes_nothing()
    {
        var database = Open();
        await database.Migrate(CancellationToken.None);
        await database.Migrate(CancellationToken.None);

        await using var connection = await database.Open(CancellationToken.None);
        Assert.Equal(Migration.Of("sqlite").Select(step => step.Name), await connection.QueryAsync<string>("SELECT name FROM plenum_schema ORDER BY version"));
    }

    [Fact]
    public async Task Configuration_is_written_with_the_same_words_in_either_dialect()
    {
        var database = Open();
        await database.Migrate(CancellationToken.None);
        const string Insert = "INSERT INTO conferences (id, name, kind, settings, created_at, changed_at) VALUES (@id, 'Demo', 'room', '{}', 1, 1)";
        const string Point = "INSERT INTO aliases (alias, conference_id) VALUES (@alias, @id) ON CONFLICT (alias) DO UPDATE SET conference_id = excluded.conference_id";

        await Write(database, Insert, new { id = "a" });
        await Write(database, Insert, new { id = "b" });
        await Write(database, Point, new { id = "a", alias = "meet" });
        await Write(database, Point, new { id = "b", alias = "meet" });
        await Write(database, Point, new { id = "a", alias = "other" });
        await Write(database, "DELETE FROM conferences WHERE id = @id", new { id = "a" });

        await using var connection = await database.Open(CancellationToken.None);
        Assert.Equal([("meet", "b")], await connection.QueryAsync<(string, string)>("SELECT alias, conference_id FROM aliases"));
    }

    [Fact]
    public async Task Configuration_is_written_while_the_log_is_busy()
    {
        var database = Open();
        await database.Migrate(CancellationToken.None);
        using var enough = new CancellationTokenSource();
        var log = database.Log(TimeProvider.System);
        var busy = Enumerable.Range(0, 50).Select(_ => Keep(log, enough.Token)).ToList();

        for (var i = 0; i < 20; i++)
            await Write(database, "INSERT INTO audit (at, who, what, target, detail) VALUES (@i, 'admin', 'lock', 'meet', '')", new { i });
        await enough.CancelAsync();
        await Task.WhenAll(busy);

        await using var connection = await database.Open(CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 20), await connection.QueryAsync<int>("SELECT at FROM audit ORDER BY seq"));
    }

    private static async Task Keep(ConferenceLog log, CancellationToken enough)
    {
        var conference = Server.Conferences.ConferenceId.New();
        for (var version = 1; !enough.IsCancellationRequested; version++)
            await log.Append(new(conference, version - 1, [new(version, DateTimeOffset.UnixEpoch, "said", "{}", "{}", null)], true, [], []), CancellationToken.None);
    }

    private static Task<int> Write(Database database, string sql, object values) =>
        database.Write(transaction => transaction.Connection!.ExecuteAsync(sql, values, transaction), CancellationToken.None);

    private Database Open()
    {
        var database = place.Choose();
        opened.Add(database);
        return database;
    }
}
