using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Scripting.Sys.Shared;

/// <summary>Scripts that other scripts use, and their versions.</summary>
internal sealed class LibraryShelf(Database database, TimeProvider time)
{
    public const int Most = 500;
    private const int VersionsKept = 50;
    private const string Columns = "SELECT name AS Name, version AS Version, label AS Label, script AS Script, at AS At, who AS Who FROM";

    public Task<IReadOnlyList<Library>> All(CancellationToken cancellation) => Read($"{Columns} script_libraries ORDER BY name", new { }, cancellation);

    public async Task<Library?> Find(string name, CancellationToken cancellation) => (await Read($"{Columns} script_libraries WHERE name = @name", new { name }, cancellation)).SingleOrDefault();

    /// <summary>The newest first, also of one that was deleted.</summary>
    public Task<IReadOnlyList<Library>> History(string name, CancellationToken cancellation) =>
        Read($"{Columns} script_library_versions WHERE name = @name ORDER BY version DESC", new { name }, cancellation);

    public async Task<string?> Source(string name, CancellationToken cancellation) => (await Find(name, cancellation))?.Script;

    /// <summary>Puts a library in the place of what has its name; true when it is new.</summary>
    public Task<bool> Put(string name, string label, string script, string who, Func<DbTransaction, bool, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var isNew = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM script_libraries WHERE name = @name", new { name }, transaction) == 0;
            var version = 1 + await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(version), 0) FROM script_library_versions WHERE name = @name", new { name }, transaction);
            var row = new { name, version, label, script, at = Stored.Time(time.GetUtcNow()), who, old = version - VersionsKept };
            await connection.ExecuteAsync("INSERT INTO script_library_versions (name, version, label, script, at, who) VALUES (@name, @version, @label, @script, @at, @who)", row, transaction);
            await connection.ExecuteAsync("DELETE FROM script_library_versions WHERE name = @name AND version <= @old", row, transaction);
            await connection.ExecuteAsync(
                """
                INSERT INTO script_libraries (name, version, label, script, at, who) VALUES (@name, @version, @label, @script, @at, @who)
                ON CONFLICT (name) DO UPDATE SET version = excluded.version, label = excluded.label, script = excluded.script, at = excluded.at, who = excluded.who
                """,
                row,
                transaction);
            await along(transaction, isNew);
            return isNew;
        },
        cancellation);

    public Task<bool> Remove(string name, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var removed = await transaction.Connection!.ExecuteAsync("DELETE FROM script_libraries WHERE name = @name", new { name }, transaction) > 0;
            if (removed) await along(transaction);
            return removed;
        },
        cancellation);

    private async Task<IReadOnlyList<Library>> Read(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>(sql, parameters)).Select(row => new Library(row.Name, row.Label, row.Script, row.Version, Stored.Time(row.At), row.Who))];
    }

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public long Version { get; init; }

        public string Label { get; init; } = "";

        public string Script { get; init; } = "";

        public long At { get; init; }

        public string Who { get; init; } = "";
    }
}

/// <summary>A library in one of its versions.</summary>
public sealed record Library(string Name, string Label, string Script, long Version, DateTimeOffset ChangedAt, string ChangedBy);
