using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>
/// Accounts of people for whom somebody else vouches. They are known by a subject and have no password; the rank is what was said last.
/// An account that was opened here is never theirs, whatever they are called elsewhere.
/// </summary>
internal sealed class VouchedAccounts(Database database, TimeProvider time)
{
    /// <summary>What stands where a password's hash would, and matches none.</summary>
    private const string NoPassword = "vouched";

    private const string Known = "SELECT name, rank FROM accounts WHERE subject = @subject";

    public static bool CanBeCalled(string name) =>
        name.Length is > 0 and <= 100 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@');

    /// <summary>Opens or renews the account; null when the name belongs to another one.</summary>
    public Task<string?> Welcome(string subject, string name, Rank rank, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var row = new { subject, name, Rank = $"{rank}", Now = time.GetUtcNow().ToUnixTimeMilliseconds(), NoPassword };
            var (known, had) = await connection.QueryFirstOrDefaultAsync<(string? Name, string? Rank)>(Known, row, transaction);
            if (known is not null)
            {
                if (had == row.Rank) return known;
                await connection.ExecuteAsync("UPDATE accounts SET rank = @Rank WHERE subject = @subject", row, transaction);
                await connection.ExecuteAsync("DELETE FROM sessions WHERE account = @known", new { known }, transaction);
                return known;
            }

            // The same person may come in twice at once: by the name or by the subject, the second finds what the first opened.
            var opened = await connection.ExecuteAsync(
                "INSERT INTO accounts (name, secret_hash, created_at, rank, subject) VALUES (@name, @NoPassword, @Now, @Rank, @subject) ON CONFLICT DO NOTHING", row, transaction);
            if (opened > 0) await RemovedAccounts.Forget(transaction, subject);
            return opened > 0 ? name : (await connection.QueryFirstOrDefaultAsync<(string? Name, string? Rank)>(Known, row, transaction)).Name;
        },
        cancellation);

    /// <summary>Whoever may no longer come in is out at once, wherever they are signed in.</summary>
    public Task<bool> Dismiss(string subject, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("DELETE FROM sessions WHERE account IN (SELECT name FROM accounts WHERE subject = @subject)", new { subject }, transaction);
            return await transaction.Connection!.ExecuteAsync("DELETE FROM accounts WHERE subject = @subject", new { subject }, transaction) > 0;
        },
        cancellation);
}
