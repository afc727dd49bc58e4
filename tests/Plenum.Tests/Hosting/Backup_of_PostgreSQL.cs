using System.Data.Common;
using Dapper;
using Npgsql;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Backups;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Tests.Hosting;

public sealed class Backup_of_PostgreSQL : IDisposable
{
    private const string Awkward = "{\"text\":\"tab\\t, line\\n, quote \\\", ümlaut, 🫖, back\\\\slash\"}";

    private readonly Scratch scratch = new();

    [Fact]
    public async Task Every_row_comes_back_in_an_empty_database_and_numbers_go_on()
    {
        var (from, to) = (await NewDatabase(), await NewDatabase());
        await Fill(from);
        await Backup.Take(Settings(from, "data"), scratch["all.tar.gz"], CancellationToken.None);
        await Restore.Put(Settings(to, "again"), scratch["all.tar.gz"], force: false, CancellationToken.None);

        await using var database = Database.Choose(to, scratch["again"]);
        await database.Migrate(CancellationToken.None);
        await using var connection = await database.Open(CancellationToken.None);
        Assert.Equal(Awkward, await connection.ExecuteScalarAsync<string>("SELECT settings FROM conferences"));
        Assert.Equal("meet.tea", await connection.ExecuteScalarAsync<string>("SELECT alias FROM aliases"));
        await Note(connection, "after");
        Assert.Equal([1L, 2L], await connection.QueryAsync<long>("SELECT seq FROM audit ORDER BY seq"));
    }

    [Fact]
    public async Task A_database_with_conferences_is_replaced_only_when_forced()
    {
        var from = await NewDatabase();
        await Fill(from);
        await Backup.Take(Settings(from, "data"), scratch["all.tar.gz"], CancellationToken.None);
        var refused = await Assert.ThrowsAsync<Refused>(() => Restore.Put(Settings(from, "again"), scratch["all.tar.gz"], force: false, CancellationToken.None));
        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
        await Restore.Put(Settings(from, "again"), scratch["all.tar.gz"], force: true, CancellationToken.None);
    }

    [Fact]
    public async Task An_archive_of_the_other_engine_is_refused_with_what_to_do()
    {
        var from = await NewDatabase();
        await Fill(from);
        await Backup.Take(Settings(from, "data"), scratch["all.tar.gz"], CancellationToken.None);
        var refused = await Assert.ThrowsAsync<Refused>(() =>
            Restore.Put(new ServerSettings { Data = scratch["again"] }, scratch["all.tar.gz"], force: false, CancellationToken.None));
        Assert.Contains("give --database", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private ServerSettings Settings(string database, string data) => new() { Database = database, Data = scratch[data] };

    private async Task Fill(string connectionString)
    {
        await using var database = Database.Choose(connectionString, scratch["data"]);
        await database.Migrate(CancellationToken.None);
        await using var connection = await database.Open(CancellationToken.None);
        await connection.ExecuteAsync("INSERT INTO conferences VALUES ('c', 'Tea', 'room', @Awkward, 1, 1)", new { Awkward });
        await connection.ExecuteAsync("INSERT INTO aliases VALUES ('meet.tea', 'c')");
        await Note(connection, "before");
    }

    private static Task Note(DbConnection connection, string what) =>
        connection.ExecuteAsync("INSERT INTO audit (at, who, what, target, detail) VALUES (1, 'admin', @what, '', '')", new { what });

    private static async Task<string> NewDatabase()
    {
        var server = Environment.GetEnvironmentVariable("PLENUM_TEST_POSTGRES");
        Assert.SkipWhen(server is null, "PLENUM_TEST_POSTGRES names no PostgreSQL");
        var name = $"hosting_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ToString();
    }
}
