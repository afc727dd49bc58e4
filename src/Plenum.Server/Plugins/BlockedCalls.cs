using Dapper;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Plugins;

/// <summary>What plugins were kept from, as browsers told it: one row for each kind, never more than a page of them for a plugin.</summary>
internal sealed class BlockedCalls(Database database, TimeProvider time) : IForgets
{
    public const int Most = 500;
    private const int MostOfOne = 60;

    public Task Note(BlockedCall call, string conference, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await connection.ExecuteAsync(
                """
                INSERT INTO blocked_calls (fingerprint, plugin, version, directive, origin, conference, times, pages, first_at, last_at)
                VALUES (@Fingerprint, @Plugin, @Version, @Directive, @Origin, @conference, @Times, @Pages, @now, @now)
                ON CONFLICT (fingerprint) DO UPDATE SET
                    times = blocked_calls.times + excluded.times, pages = blocked_calls.pages + excluded.pages, last_at = excluded.last_at,
                    conference = CASE WHEN excluded.conference = '' THEN blocked_calls.conference ELSE excluded.conference END
                """,
                new { call.Fingerprint, call.Plugin, call.Version, call.Directive, call.Origin, call.Times, call.Pages, conference, now },
                transaction);
            // Whoever makes sites up pushes out no other plugin's, and what really happens is told again.
            await connection.ExecuteAsync(
                "DELETE FROM blocked_calls WHERE plugin = @Plugin AND fingerprint NOT IN (SELECT fingerprint FROM blocked_calls WHERE plugin = @Plugin ORDER BY last_at DESC, fingerprint LIMIT @MostOfOne)",
                new { call.Plugin, MostOfOne },
                transaction);
            await connection.ExecuteAsync(
                "DELETE FROM blocked_calls WHERE fingerprint NOT IN (SELECT fingerprint FROM blocked_calls ORDER BY last_at DESC, fingerprint LIMIT @Most)",
                new { Most },
                transaction);
            return true;
        },
        cancellation);

    /// <summary>They are kept as long as faults of plugins, whose neighbours they are.</summary>
    public Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation) =>
        database.Forget("blocked calls of plugins", "blocked_calls", "last_at", TimeSpan.FromDays(kept.PluginFaultDays), now, cancellation);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<BlockedRow>> Read(string? plugin, int take, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<BlockedRow>(
            """
            SELECT plugin AS Plugin, version AS Version, directive AS Directive, origin AS Origin, conference AS Conference,
                times AS Times, pages AS Pages, first_at AS FirstAt, last_at AS LastAt
            FROM blocked_calls WHERE @all = 1 OR plugin = @plugin ORDER BY last_at DESC, fingerprint LIMIT @take
            """,
            new { all = plugin is null ? 1 : 0, plugin = plugin ?? "", take });
        return rows.AsList();
    }

    /// <summary>Forgets what was told of one plugin, or of all.</summary>
    public Task Forget(string? plugin, Func<System.Data.Common.DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("DELETE FROM blocked_calls WHERE @all = 1 OR plugin = @plugin", new { all = plugin is null ? 1 : 0, plugin = plugin ?? "" }, transaction);
            await along(transaction);
            return true;
        },
        cancellation);
}

/// <summary>A kind of blocked call as it is kept.</summary>
internal sealed class BlockedRow
{
    public string Plugin { get; init; } = "";

    public string Version { get; init; } = "";

    public string Directive { get; init; } = "";

    public string Origin { get; init; } = "";

    public string Conference { get; init; } = "";

    public long Times { get; init; }

    public long Pages { get; init; }

    public long FirstAt { get; init; }

    public long LastAt { get; init; }
}
