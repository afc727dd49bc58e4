using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts;

/// <summary>Accounts that were closed and can be brought back as they were for a while. Until then nobody can sign in with them.</summary>
internal sealed class RemovedAccounts(Database database, TimeProvider time)
{
    /// <summary>Sets an account aside in the transaction that closes it; an older one of the same name gives way.</summary>
    public static async Task Keep(DbTransaction transaction, string name, DateTimeOffset now)
    {
        var row = new { name, Now = now.ToUnixTimeMilliseconds() };
        await transaction.Connection!.ExecuteAsync("DELETE FROM removed_accounts WHERE name = @name AND EXISTS (SELECT 1 FROM accounts WHERE name = @name)", row, transaction);
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO removed_accounts (name, secret_hash, created_at, rank, subject, removed_at)
            SELECT name, secret_hash, created_at, rank, subject, @Now FROM accounts WHERE name = @name
            """,
            row,
            transaction);
    }

    /// <summary>Whoever came in again through the organisation has their account, and needs no older one.</summary>
    public static Task Forget(DbTransaction transaction, string subject) =>
        transaction.Connection!.ExecuteAsync("DELETE FROM removed_accounts WHERE subject = @subject", new { subject }, transaction);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<RemovedAccount>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Name, string Rank, long At, string? Subject, long RemovedAt)>(
            "SELECT name, rank, created_at, subject, removed_at FROM removed_accounts WHERE removed_at >= @Old ORDER BY removed_at DESC, name", new { Old = time.Oldest() });
        return
        [
            .. rows.Select(row => new RemovedAccount(
                row.Name, Enum.Parse<Rank>(row.Rank), DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Subject is not null, DateTimeOffset.FromUnixTimeMilliseconds(row.RemovedAt))),
        ];
    }

    /// <summary>Brings one back with its password and rank; false when there is none, or somebody has its name or is its person by now.</summary>
    public Task<bool> Restore(string name, Func<DbTransaction, Task> also, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var row = new { name, Old = time.Oldest() };
            var back = await transaction.Connection!.ExecuteAsync(
                """
                INSERT INTO accounts (name, secret_hash, created_at, rank, subject)
                SELECT name, secret_hash, created_at, rank, subject FROM removed_accounts WHERE name = @name AND removed_at >= @Old
                ON CONFLICT DO NOTHING
                """,
                row,
                transaction);
            if (back == 0) return false;
            await transaction.Connection!.ExecuteAsync("DELETE FROM removed_accounts WHERE name = @name", row, transaction);
            await also(transaction);
            return true;
        },
        cancellation);
}

/// <summary>An account that was closed, and when.</summary>
public sealed record RemovedAccount(string Name, Rank Rank, DateTimeOffset CreatedAt, bool Vouched, DateTimeOffset RemovedAt);
