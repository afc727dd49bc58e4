using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts;

/// <summary>
/// Who is signed in at a browser. The cookie holds a secret of which only the hash is kept; a session ends when it was idle
/// for long, when it is old, when somebody signs out, and when the account's password, rank or existence changes.
/// </summary>
internal sealed class Sessions(Database database, TimeProvider time)
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan SeenNotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Signs somebody in; the answer goes into the cookie and nowhere else.</summary>
    public async Task<string> Begin(string account, CancellationToken cancellation)
    {
        var secret = BearerSecret.New();
        var now = Now;
        await database.Write(
            async transaction =>
            {
                var connection = transaction.Connection!;
                await connection.ExecuteAsync("DELETE FROM sessions WHERE began_at < @Old OR seen_at < @Away", Limits(now), transaction);
                return await connection.ExecuteAsync(
                    "INSERT INTO sessions (id, account, began_at, seen_at) VALUES (@Id, @account, @now, @now)", new { Id = BearerSecret.Hash(secret), account, now }, transaction);
            },
            cancellation);
        return secret;
    }

    /// <summary>Whoever holds this secret, if the session still runs.</summary>
    public async Task<Administrator?> Find(string secret, CancellationToken cancellation)
    {
        if (secret.Length is 0 or > 100) return null;
        var now = Now;
        var (id, limits) = (BearerSecret.Hash(secret), Limits(now));
        await using var connection = await database.Open(cancellation);
        var found = await connection.QueryFirstOrDefaultAsync<Row>(
            """
            SELECT s.account AS Account, s.seen_at AS SeenAt, a.rank AS Rank FROM sessions s JOIN accounts a ON a.name = s.account
            WHERE s.id = @id AND s.began_at >= @Old AND s.seen_at >= @Away
            """,
            new { id, limits.Old, limits.Away });
        if (found is null) return null;
        if (now - found.SeenAt > SeenNotedEvery.TotalMilliseconds)
        {
            await database.Write(
                transaction => transaction.Connection!.ExecuteAsync("UPDATE sessions SET seen_at = @now WHERE id = @id", new { id, now }, transaction), cancellation);
        }

        return new Administrator(found.Account, Enum.Parse<Rank>(found.Rank));
    }

    public Task End(string secret, CancellationToken cancellation) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync("DELETE FROM sessions WHERE id = @Id", new { Id = BearerSecret.Hash(secret) }, transaction), cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static Ages Limits(long now) => new(now - (long)Longest.TotalMilliseconds, now - (long)Idle.TotalMilliseconds);

    private sealed record Ages(long Old, long Away);

    private sealed class Row
    {
        public string Account { get; init; } = "";

        public long SeenAt { get; init; }

        public string Rank { get; init; } = "";
    }
}
