using Dapper;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Plugins;

/// <summary>The faults of plugins that browsers told of, one row for each kind, and never more than a page of them.</summary>
internal sealed class PluginFaults(Database database, TimeProvider time) : IForgets
{
    public const int Most = 500;

    public Task Note(PluginFault fault, string conference, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await connection.ExecuteAsync(
                """
                INSERT INTO plugin_faults (fingerprint, plugin, version, entry, message, stack, conference, times, first_at, last_at)
                VALUES (@Fingerprint, @Plugin, @Version, @Entry, @Message, @Stack, @conference, @Times, @now, @now)
                ON CONFLICT (fingerprint) DO UPDATE SET
                    times = plugin_faults.times + excluded.times, last_at = excluded.last_at,
                    stack = excluded.stack, conference = excluded.conference
                """,
                new { fault.Fingerprint, fault.Plugin, fault.Version, fault.Entry, fault.Message, fault.Stack, fault.Times, conference, now },
                transaction);
            await connection.ExecuteAsync(
                "DELETE FROM plugin_faults WHERE fingerprint NOT IN (SELECT fingerprint FROM plugin_faults ORDER BY last_at DESC, fingerprint LIMIT @Most)",
                new { Most },
                transaction);
            return true;
        },
        cancellation);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<PluginFaultBody>> Read(string? plugin, int take, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT plugin AS Plugin, version AS Version, entry AS Entry, message AS Message, stack AS Stack, conference AS Conference,
                times AS Times, first_at AS FirstAt, last_at AS LastAt
            FROM plugin_faults WHERE @plugin = '' OR plugin = @plugin ORDER BY last_at DESC, fingerprint LIMIT @take
            """,
            new { plugin = plugin ?? "", take });
        return [.. rows.Select(row => new PluginFaultBody(
            row.Plugin, row.Version, row.Entry, row.Message, row.Stack, row.Conference, row.Times,
            DateTimeOffset.FromUnixTimeMilliseconds(row.FirstAt), DateTimeOffset.FromUnixTimeMilliseconds(row.LastAt)))];
    }

    public Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation) =>
        database.Forget("faults of plugins", "plugin_faults", "last_at", TimeSpan.FromDays(kept.PluginFaultDays), now, cancellation);

    private sealed class Row
    {
        public string Plugin { get; init; } = "";

        public string Version { get; init; } = "";

        public string Entry { get; init; } = "";

        public string Message { get; init; } = "";

        public string Stack { get; init; } = "";

        public string Conference { get; init; } = "";

        public long Times { get; init; }

        public long FirstAt { get; init; }

        public long LastAt { get; init; }
    }
}

/// <summary>One kind of fault of one version of a plugin: how often, when first and last, and in which conference last.</summary>
public sealed record PluginFaultBody(
    string Plugin, string Version, string Entry, string Message, string Stack, string Conference, long Times, DateTimeOffset FirstAt, DateTimeOffset LastAt);
