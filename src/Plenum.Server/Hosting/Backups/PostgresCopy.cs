using System.Data;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Hosting.Backups;

/// <summary>
/// PostgreSQL's tables as one JSON object per row and line, read in one snapshot and written back in one transaction:
/// no client tools needed, and the archive does not depend on the server's version.
/// </summary>
internal sealed class PostgresCopy(string connectionString) : DatabaseCopy
{
    private const int RowsAtOnce = 500;

    /// <summary>Rows with pieces of files in them are long, and a statement has to fit into memory several times.</summary>
    private const int LettersAtOnce = 8 * 1024 * 1024;

    /// <summary>
    /// Our tables in the order of their making, so that a table comes after those it refers to. Others in the same database
    /// are none of our business.
    /// </summary>
    private static readonly string[] Ours =
    [
        "plenum_schema",
        .. Migration.Of("postgres")
            .SelectMany(migration => Regex.Matches(migration.Sql, @"CREATE TABLE (\w+)", RegexOptions.NonBacktracking))
            .Select(made => made.Groups[1].Value),
    ];

    public override string Engine => "postgresql";

    public override Task<int> Take(string data, string folder, CancellationToken cancellation) => Connected(async connection =>
    {
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        foreach (var table in await Present(connection))
        {
            await using var file = new StreamWriter(Path.Combine(folder, table + ".ndjson"), append: false, new UTF8Encoding(false));
            await using var rows = new NpgsqlCommand($"SELECT row_to_json(t)::text FROM \"{table}\" t", connection);
            await using var reader = await rows.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                await file.WriteLineAsync(reader.GetString(0));
        }
        return await connection.ExecuteScalarAsync<int>("SELECT COALESCE(MAX(version), 0) FROM plenum_schema");
    }, cancellation);

    public override Task MustBeEmpty(CancellationToken cancellation) => Connected(async connection =>
        (await Present(connection)).Count > 0
            ? throw new Refused("the PostgreSQL database is not empty: create an empty one, or say --force to replace what Plenum has there")
            : true, cancellation);

    public override Task Put(string folder, string data, int schema, CancellationToken cancellation) => Connected(async connection =>
    {
        await using var whole = await connection.BeginTransactionAsync(cancellation);
        foreach (var table in await Present(connection))
            await connection.ExecuteAsync($"DROP TABLE \"{table}\" CASCADE");
        // Storage makes this one table outside its migrations; it comes back with the archive's rows.
        await connection.ExecuteAsync("CREATE TABLE plenum_schema (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)");
        foreach (var migration in Migration.Of("postgres").Where(step => step.Version <= schema))
            await connection.ExecuteAsync(migration.Sql);
        foreach (var table in await Present(connection))
            await Load(connection, table, Path.Combine(folder, table + ".ndjson"), cancellation);
        await whole.CommitAsync(cancellation);
        return true;
    }, cancellation);

    private static async Task<List<string>> Present(NpgsqlConnection connection)
    {
        var there = await connection.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()");
        return [.. Ours.Intersect(there)];
    }

    private static async Task Load(NpgsqlConnection connection, string table, string file, CancellationToken cancellation)
    {
        var insert = $"INSERT INTO \"{table}\" OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::\"{table}\", @rows::json)";
        foreach (var lines in Loads(File.ReadLines(file)))
            await connection.ExecuteAsync(new CommandDefinition(insert, new { rows = $"[{string.Join(',', lines)}]" }, cancellationToken: cancellation));
        await Continue(connection, table);
    }

    private static IEnumerable<List<string>> Loads(IEnumerable<string> lines)
    {
        var load = new List<string>();
        var letters = 0;
        foreach (var line in lines)
        {
            if (load.Count == RowsAtOnce || (load.Count > 0 && letters + line.Length > LettersAtOnce))
            {
                yield return load;
                (load, letters) = ([], 0);
            }
            load.Add(line);
            letters += line.Length;
        }
        if (load.Count > 0) yield return load;
    }

    /// <summary>Numbers that the database gives out go on after the highest one that came back.</summary>
    private static async Task Continue(NpgsqlConnection connection, string table)
    {
        const string Numbered = "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = @table AND is_identity = 'YES'";
        foreach (var column in await connection.QueryAsync<string>(Numbered, new { table }))
            await connection.ExecuteAsync($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), COALESCE(MAX(\"{column}\"), 0) + 1, false) FROM \"{table}\"");
    }

    private async Task<T> Connected<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            return await work(connection);
        }
        catch (Exception refused) when (refused is NpgsqlException or ArgumentException)
        {
            throw new Refused($"PostgreSQL does not answer as it should: {refused.Message}");
        }
    }
}
