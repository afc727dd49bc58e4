using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Scripting.Listeners;

/// <summary>The listeners that there are, and their versions. Each question asks the database, so that a change counts on every node at once.</summary>
internal sealed class ListenerShelf(Database database, ServerKey key, TimeProvider time)
{
    public const int Most = 1_000;
    private const int VersionsKept = 50, Tries = 10;
    private const string Columns = "SELECT version AS Version, body AS Body, secret AS Secret, at AS At, who AS Who FROM listeners";
    private readonly SealedBox sealing = new(key.Derive("secrets of listeners"));

    public Task<IReadOnlyList<KeptListener>> All(CancellationToken cancellation) => Read($"{Columns} ORDER BY name", new { }, cancellation);

    public async Task<KeptListener?> Find(ScriptName name, CancellationToken cancellation) =>
        (await Read($"{Columns} WHERE name = @name", new { name = name.Text }, cancellation)).SingleOrDefault();

    /// <summary>Those that wait for what a plugin says.</summary>
    public Task<IReadOnlyList<KeptListener>> For(string plugin, string happened, CancellationToken cancellation) =>
        Read($"{Columns} WHERE plugin = @plugin AND event = @happened AND enabled = 1 ORDER BY name", new { plugin, happened }, cancellation);

    /// <summary>The versions that there were, the newest first, also of one that was deleted.</summary>
    public Task<IReadOnlyList<KeptListener>> History(ScriptName name, CancellationToken cancellation) => Read(
        "SELECT version AS Version, body AS Body, '' AS Secret, at AS At, who AS Who FROM listener_versions WHERE name = @name ORDER BY version DESC", new { name = name.Text }, cancellation);

    /// <summary>What requests to it are signed with, or null.</summary>
    public async Task<string?> Secret(ScriptName name, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return sealing.Open(await connection.QueryFirstOrDefaultAsync<string>("SELECT secret FROM listeners WHERE name = @name", new { name = name.Text })) is { } plain ? Encoding.UTF8.GetString(plain) : null;
    }

    /// <summary>Puts a listener in the place of what has its name, as its next version; says whether it is new.</summary>
    public async Task<bool> Put(Listener listener, SecretWish secret, string who, Func<DbTransaction, bool, Task> along, CancellationToken cancellation)
    {
        for (var tries = Tries; ; tries--)
        {
            try
            {
                return await database.Write(transaction => Written(transaction, listener, secret, who, along), cancellation);
            }
            catch (DbException taken) when (taken.SqlState is "23505" && tries > 0)
            {
                // Another node made this version in the same moment; ours becomes the one after.
                continue;
            }
        }
    }

    public Task<bool> Remove(ScriptName name, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var removed = await transaction.Connection!.ExecuteAsync("DELETE FROM listeners WHERE name = @name", new { name = name.Text }, transaction) > 0;
            if (removed) await along(transaction);
            return removed;
        },
        cancellation);

    private async Task<bool> Written(DbTransaction transaction, Listener listener, SecretWish secret, string who, Func<DbTransaction, bool, Task> along)
    {
        var connection = transaction.Connection!;
        var before = await connection.QueryFirstOrDefaultAsync<string>("SELECT secret FROM listeners WHERE name = @Name", new { listener.Name }, transaction);
        var version = 1 + await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(version), 0) FROM listener_versions WHERE name = @Name", new { listener.Name }, transaction);
        var row = new
        {
            listener.Name,
            Kind = $"{listener.Type}",
            Plugin = listener.Plugin ?? "",
            Event = listener.Event ?? "",
            Enabled = listener.Enabled ? 1L : 0L,
            Version = version,
            Body = JsonSerializer.Serialize(listener, ListenerJson.Default.Listener),
            Secret = !secret.Sent ? before ?? "" : secret.Text is { } text ? sealing.Seal(Encoding.UTF8.GetBytes(text)) : "",
            At = Stored.Time(time.GetUtcNow()),
            Who = who,
            Old = version - VersionsKept,
        };
        await connection.ExecuteAsync("INSERT INTO listener_versions (name, version, body, at, who) VALUES (@Name, @Version, @Body, @At, @Who)", row, transaction);
        await connection.ExecuteAsync("DELETE FROM listener_versions WHERE name = @Name AND version <= @Old", row, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO listeners (name, kind, plugin, event, enabled, version, body, secret, at, who)
            VALUES (@Name, @Kind, @Plugin, @Event, @Enabled, @Version, @Body, @Secret, @At, @Who)
            ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, plugin = excluded.plugin, event = excluded.event, enabled = excluded.enabled,
                version = excluded.version, body = excluded.body, secret = excluded.secret, at = excluded.at, who = excluded.who
            """,
            row,
            transaction);
        await along(transaction, before is null);
        return before is null;
    }

    private async Task<IReadOnlyList<KeptListener>> Read(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>(sql, parameters)).Select(row =>
            new KeptListener(JsonSerializer.Deserialize(row.Body, ListenerJson.Default.Listener)!, row.Version, row.Secret.Length > 0, Stored.Time(row.At), row.Who))];
    }

    private sealed class Row
    {
        public long Version { get; init; }

        public string Body { get; init; } = "";

        public string Secret { get; init; } = "";

        public long At { get; init; }

        public string Who { get; init; } = "";
    }
}

/// <summary>Not sent leaves a secret as it is, null takes it away.</summary>
internal readonly record struct SecretWish(bool Sent, string? Text);
