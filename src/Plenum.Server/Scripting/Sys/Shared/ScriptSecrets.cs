using System.Data.Common;
using System.Text;
using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Scripting.Sys.Shared;

/// <summary>What only scripts may know, such as another system's key. It goes in, and comes out in scripts alone.</summary>
internal sealed class ScriptSecrets(Database database, ServerKey key, TimeProvider time)
{
    public const int Most = 500;
    private readonly SealedBox sealing = new(key.Derive("secrets of scripts"));

    public async Task<IReadOnlyList<SecretName>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>("SELECT name AS Name, at AS At, who AS Who FROM script_secrets ORDER BY name")).Select(row => new SecretName(row.Name, Stored.Time(row.At), row.Who))];
    }

    public async Task<string?> Value(string name, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return sealing.Open(await connection.QueryFirstOrDefaultAsync<string>("SELECT value FROM script_secrets WHERE name = @name", new { name }), Encoding.UTF8.GetBytes(name)) is { } plain ? Encoding.UTF8.GetString(plain) : null;
    }

    public Task<bool> Put(string name, string value, string who, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var row = new { name, value = sealing.Seal(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(name)), at = Stored.Time(time.GetUtcNow()), who };
            var isNew = await transaction.Connection!.ExecuteAsync("UPDATE script_secrets SET value = @value, at = @at, who = @who WHERE name = @name", row, transaction) == 0;
            if (isNew) await transaction.Connection!.ExecuteAsync("INSERT INTO script_secrets (name, value, at, who) VALUES (@name, @value, @at, @who)", row, transaction);
            await along(transaction);
            return isNew;
        },
        cancellation);

    public Task<bool> Remove(string name, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var removed = await transaction.Connection!.ExecuteAsync("DELETE FROM script_secrets WHERE name = @name", new { name }, transaction) > 0;
            if (removed) await along(transaction);
            return removed;
        },
        cancellation);

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public long At { get; init; }

        public string Who { get; init; } = "";
    }
}

/// <summary>That there is a secret, and who put it.</summary>
public sealed record SecretName(string Name, DateTimeOffset ChangedAt, string ChangedBy);
