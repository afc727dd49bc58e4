using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Hosting.Backups;

/// <summary>SQLite copies itself: VACUUM INTO writes one consistent moment while the server goes on.</summary>
internal sealed class SqliteCopy : DatabaseCopy
{
    private const string Name = "plenum.db";

    public override string Engine => "sqlite";

    public override async Task<int> Take(string data, string folder, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(data, Name)))
            throw new Refused($"there is no database in {data}: name the data folder with --data, or PostgreSQL with --database");
        await using var database = Database.Choose(null, data);
        await using var connection = await database.Open(cancellation);
        var target = Path.Combine(folder, Name);
        await connection.ExecuteAsync("VACUUM INTO @target", new { target });
        return await connection.ExecuteScalarAsync<int>("SELECT COALESCE(MAX(version), 0) FROM plenum_schema");
    }

    /// <summary>The data folder holds the database, and the folder is looked at before.</summary>
    public override Task MustBeEmpty(CancellationToken cancellation) => Task.CompletedTask;

    public override Task Put(string folder, string data, int schema, CancellationToken cancellation)
    {
        File.Move(Path.Combine(folder, Name), Path.Combine(data, Name));
        return Task.CompletedTask;
    }
}
