using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts;

/// <summary>
/// Keys for programs that manage the server. A key is shown once and kept as a hash; it has so much chance in it that a
/// fast hash is enough. Every use asks the database, so that a revoked key is dead at once on every node.
/// </summary>
internal sealed class ApiKeys(Database database, TimeProvider time)
{
    public const string Prefix = "plenum_";
    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> noted = [];

    /// <summary>A key that may be used, or null.</summary>
    public async Task<(string Name, Rank Rank)?> Find(string sent, CancellationToken cancellation)
    {
        if (!sent.StartsWith(Prefix, StringComparison.Ordinal) || sent.Length > 100) return null;
        await using var connection = await database.Open(cancellation);
        var found = await connection.QueryFirstOrDefaultAsync<(string Id, string Name, string Rank)>(
            "SELECT id, name, rank FROM api_keys WHERE key_hash = @Hash AND revoked_at IS NULL", new { Hash = BearerSecret.Hash(sent) });
        if (found.Id is null) return null;
        await NoteUse(found.Id, cancellation);
        return (found.Name, Enum.Parse<Rank>(found.Rank));
    }

    public async Task<IReadOnlyList<ApiKey>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            "SELECT id AS Id, name AS Name, rank AS Rank, created_at AS CreatedAt, last_used_at AS LastUsedAt FROM api_keys WHERE revoked_at IS NULL ORDER BY id");
        return [.. rows.Select(row => row.ToKey())];
    }

    /// <summary>What was revoked and can be brought back, the latest first.</summary>
    public async Task<IReadOnlyList<RevokedKey>> Revoked(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Id, string Name, string Rank, long At, long RevokedAt)>(
            "SELECT id, name, rank, created_at, revoked_at FROM api_keys WHERE revoked_at >= @Old ORDER BY revoked_at DESC, id", new { Old = time.Oldest() });
        return
        [
            .. rows.Select(row => new RevokedKey(
                Guid.Parse(row.Id), row.Name, Enum.Parse<Rank>(row.Rank), DateTimeOffset.FromUnixTimeMilliseconds(row.At), DateTimeOffset.FromUnixTimeMilliseconds(row.RevokedAt))),
        ];
    }

    /// <summary>Makes a key; its text is nowhere else than in the answer. What else must be written goes along.</summary>
    public async Task<(ApiKey Key, string Text)> Make(string name, Rank rank, Func<DbTransaction, string, Task> also, CancellationToken cancellation)
    {
        var text = Prefix + BearerSecret.New();
        var row = new Row { Id = $"{Guid.CreateVersion7()}", Name = name, Rank = $"{rank}", CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds() };
        await database.Write(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(
                    "INSERT INTO api_keys (id, name, key_hash, created_at, rank) VALUES (@Id, @Name, @Hash, @CreatedAt, @Rank)",
                    new { row.Id, row.Name, Hash = BearerSecret.Hash(text), row.CreatedAt, row.Rank },
                    transaction);
                await also(transaction, row.Id);
                return true;
            },
            cancellation);
        return (row.ToKey(), text);
    }

    public Task<bool> Revoke(Guid id, Func<DbTransaction, Task> also, CancellationToken cancellation) =>
        Change("UPDATE api_keys SET revoked_at = @Now WHERE id = @Id AND revoked_at IS NULL", id, also, cancellation);

    /// <summary>The same key works again.</summary>
    public Task<bool> Restore(Guid id, Func<DbTransaction, Task> also, CancellationToken cancellation) =>
        Change("UPDATE api_keys SET revoked_at = NULL WHERE id = @Id AND revoked_at >= @Old", id, also, cancellation);

    private Task<bool> Change(string sql, Guid id, Func<DbTransaction, Task> also, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var changed = await transaction.Connection!.ExecuteAsync(sql, new { Id = $"{id}", Now = time.GetUtcNow().ToUnixTimeMilliseconds(), Old = time.Oldest() }, transaction);
            if (changed > 0) await also(transaction);
            return changed > 0;
        },
        cancellation);

    private async Task NoteUse(string id, CancellationToken cancellation)
    {
        if (noted.TryGetValue(id, out var last) && time.GetElapsedTime(last) < UseNotedEvery) return;
        noted[id] = time.GetTimestamp();
        await database.Write(
            transaction => transaction.Connection!.ExecuteAsync(
                "UPDATE api_keys SET last_used_at = @Now WHERE id = @Id", new { Id = id, Now = time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction),
            cancellation);
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Rank { get; init; } = "";

        public long CreatedAt { get; init; }

        public long? LastUsedAt { get; init; }

        public ApiKey ToKey() => new(
            Guid.Parse(Id),
            Name,
            Enum.Parse<Rank>(Rank),
            DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            LastUsedAt is { } used ? DateTimeOffset.FromUnixTimeMilliseconds(used) : null);
    }
}

/// <summary>What may be told of a key once it is made.</summary>
public sealed record ApiKey(Guid Id, string Name, Rank Rank, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>A key that was revoked, and when.</summary>
public sealed record RevokedKey(Guid Id, string Name, Rank Rank, DateTimeOffset CreatedAt, DateTimeOffset RemovedAt);
