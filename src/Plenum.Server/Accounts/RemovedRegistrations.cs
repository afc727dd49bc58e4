using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts;

/// <summary>Aliases of devices that were taken away and can be brought back, password included, for a while.</summary>
internal sealed class RemovedRegistrations(Database database, TimeProvider time)
{
    public static async Task Keep(DbTransaction transaction, string alias, DateTimeOffset now)
    {
        var row = new { alias, Now = now.ToUnixTimeMilliseconds() };
        await transaction.Connection!.ExecuteAsync("DELETE FROM removed_registrations WHERE alias = @alias AND EXISTS (SELECT 1 FROM registrations WHERE alias = @alias)", row, transaction);
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO removed_registrations (alias, user_name, secret_hash, created_at, removed_at)
            SELECT alias, user_name, secret_hash, created_at, @Now FROM registrations WHERE alias = @alias
            """,
            row,
            transaction);
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<RemovedRegistration>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Alias, string UserName, long At, long RemovedAt)>(
            "SELECT alias, user_name, created_at, removed_at FROM removed_registrations WHERE removed_at >= @Old ORDER BY removed_at DESC, alias", new { Old = time.Oldest() });
        return [.. rows.Select(row => new RemovedRegistration(row.Alias, row.UserName, DateTimeOffset.FromUnixTimeMilliseconds(row.At), DateTimeOffset.FromUnixTimeMilliseconds(row.RemovedAt)))];
    }

    /// <summary>False when there is none, or its alias is somebody's again.</summary>
    public Task<bool> Restore(string alias, Func<DbTransaction, Task> also, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var row = new { alias, Old = time.Oldest() };
            var back = await transaction.Connection!.ExecuteAsync(
                """
                INSERT INTO registrations (alias, user_name, secret_hash, created_at)
                SELECT alias, user_name, secret_hash, created_at FROM removed_registrations WHERE alias = @alias AND removed_at >= @Old
                ON CONFLICT DO NOTHING
                """,
                row,
                transaction);
            if (back == 0) return false;
            await transaction.Connection!.ExecuteAsync("DELETE FROM removed_registrations WHERE alias = @alias", row, transaction);
            await also(transaction);
            return true;
        },
        cancellation);
}

/// <summary>An alias that a device could register under, and when that ended.</summary>
internal sealed record RemovedRegistration(string Alias, string UserName, DateTimeOffset CreatedAt, DateTimeOffset RemovedAt);
