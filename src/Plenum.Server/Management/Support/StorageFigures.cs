using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Management.Support;

/// <summary>What the database holds, in numbers alone, and the steps that its schema went through.</summary>
internal sealed record StorageFigures(IReadOnlyDictionary<string, long> Counts, IReadOnlyList<AppliedMigration> Migrations)
{
    private static readonly (string Name, string Sql)[] Counted =
    [
        ("conferences", "SELECT COUNT(*) FROM conferences"), ("aliases", "SELECT COUNT(*) FROM aliases"), ("removedConferences", "SELECT COUNT(*) FROM removed_conferences"),
        ("occupiedConferences", "SELECT COUNT(*) FROM heads WHERE occupied = 1"), ("entries", "SELECT COUNT(*) FROM events"), ("chatTexts", "SELECT COUNT(*) FROM texts"),
        ("snapshots", "SELECT COUNT(*) FROM snapshots"), ("presences", "SELECT COUNT(*) FROM presence"), ("brandings", "SELECT COUNT(*) FROM brandings WHERE removed_at IS NULL"),
        ("accounts", "SELECT COUNT(*) FROM accounts"), ("apiKeys", "SELECT COUNT(*) FROM api_keys WHERE revoked_at IS NULL"), ("sessions", "SELECT COUNT(*) FROM sessions"),
        ("registrations", "SELECT COUNT(*) FROM registrations"), ("auditLines", "SELECT COUNT(*) FROM audit"), ("pluginFaults", "SELECT COUNT(*) FROM plugin_faults"),
    ];

    public static async Task<StorageFigures> Of(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var counts = new Dictionary<string, long>();
        foreach (var (name, sql) in Counted) counts[name] = await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: cancellation));
        var migrations = await connection.QueryAsync<(long Version, string Name, long At)>("SELECT version, name, applied_at FROM plenum_schema ORDER BY version");
        return new StorageFigures(counts, [.. migrations.Select(row => new AppliedMigration(row.Version, row.Name, DateTimeOffset.FromUnixTimeMilliseconds(row.At)))]);
    }
}

/// <summary>One step of the schema, and when it was taken.</summary>
internal sealed record AppliedMigration(long Version, string Name, DateTimeOffset AppliedAt);
