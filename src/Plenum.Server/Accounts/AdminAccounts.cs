using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts;

/// <summary>
/// The people who manage the server. Passwords are kept as slow hashes. The account <c>admin</c> is always there and always an
/// owner, so that nobody locks themselves out; a configured password replaces its password at every start.
/// </summary>
internal sealed class AdminAccounts(Database database, TimeProvider time)
{
    public const string First = "admin";

    /// <summary>Those that were closed.</summary>
    public RemovedAccounts Removed { get; } = new(database, time);

    /// <summary>Sets the configured password; without one, makes one where there is none yet, and returns it to be shown once.</summary>
    public async Task<string?> Ensure(string? configured, CancellationToken cancellation)
    {
        if (configured is { Length: > 0 })
        {
            if (await Find(First, cancellation) is { } known && PasswordHash.Matches(known.Hash, configured)) return null;
            await Keep(configured, "DO UPDATE SET secret_hash = excluded.secret_hash", cancellation);
            return null;
        }

        if (await Find(First, cancellation) is not null) return null;
        var made = Generated();
        return await Keep(made, "DO NOTHING", cancellation) ? made : null;
    }

    /// <summary>What is stored of an account: its password's hash, and its rank.</summary>
    public async Task<(string Hash, Rank Rank)?> Find(string name, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var (hash, rank) = await connection.QueryFirstOrDefaultAsync<(string? Hash, string? Rank)>("SELECT secret_hash, rank FROM accounts WHERE name = @name", new { name });
        return hash is null ? null : (hash, Enum.Parse<Rank>(rank!));
    }

    public async Task<IReadOnlyList<AdminAccount>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Name, string Rank, long At, string? Subject)>("SELECT name, rank, created_at, subject FROM accounts ORDER BY name");
        return [.. rows.Select(row => new AdminAccount(row.Name, Enum.Parse<Rank>(row.Rank), DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Subject is not null))];
    }

    /// <summary>Opens an account; null when the name is taken, otherwise its password, which is nowhere else.</summary>
    public Task<string?> Open(string name, Rank rank, Func<DbTransaction, Task> also, CancellationToken cancellation)
    {
        var password = Generated();
        var row = new { name, Hash = PasswordHash.Of(password), Rank = $"{rank}", Now = time.GetUtcNow().ToUnixTimeMilliseconds() };
        return database.Write(
            async transaction =>
            {
                var opened = await transaction.Connection!.ExecuteAsync(
                    "INSERT INTO accounts (name, secret_hash, created_at, rank) VALUES (@name, @Hash, @Now, @Rank) ON CONFLICT (name) DO NOTHING", row, transaction);
                if (opened == 0) return null;
                await also(transaction);
                return password;
            },
            cancellation);
    }

    /// <summary>Gives another rank; whoever is signed in must sign in again.</summary>
    public Task<bool> Promote(string name, Rank rank, Func<DbTransaction, Task> also, CancellationToken cancellation) =>
        Change("UPDATE accounts SET rank = @Rank WHERE name = @name", new { name, Rank = $"{rank}" }, name, also, cancellation);

    public Task<bool> SetPassword(string name, string password, Func<DbTransaction, Task> also, CancellationToken cancellation) =>
        Change("UPDATE accounts SET secret_hash = @Hash WHERE name = @name AND subject IS NULL", new { name, Hash = PasswordHash.Of(password) }, name, also, cancellation);

    /// <summary>Closes an account; it is set aside, so that it can be brought back for a while.</summary>
    public Task<bool> Close(string name, Func<DbTransaction, Task> also, CancellationToken cancellation) => Change(
        "DELETE FROM accounts WHERE name = @name", new { name }, name, also, cancellation, transaction => RemovedAccounts.Keep(transaction, name, time.GetUtcNow()));

    public static string Generated() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 24);

    private Task<bool> Change(string sql, object row, string name, Func<DbTransaction, Task> also, CancellationToken cancellation, Func<DbTransaction, Task>? first = null) => database.Write(
        async transaction =>
        {
            if (first is not null) await first(transaction);
            if (await transaction.Connection!.ExecuteAsync(sql, row, transaction) == 0) return false;
            await transaction.Connection!.ExecuteAsync("DELETE FROM sessions WHERE account = @name", new { name }, transaction);
            await also(transaction);
            return true;
        },
        cancellation);

    /// <summary>Whether it was kept: of several first starts at once, one decides.</summary>
    private Task<bool> Keep(string password, string otherwise, CancellationToken cancellation)
    {
        var row = new { First, Hash = PasswordHash.Of(password), Now = time.GetUtcNow().ToUnixTimeMilliseconds() };
        return database.Write(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync("DELETE FROM sessions WHERE account = @First", row, transaction);
                return await transaction.Connection!.ExecuteAsync(
                    $"INSERT INTO accounts (name, secret_hash, created_at) VALUES (@First, @Hash, @Now) ON CONFLICT (name) {otherwise}", row, transaction) > 0;
            },
            cancellation);
    }
}

/// <summary>Somebody who manages the server; a vouched one is proven by somebody else and has no password here.</summary>
public sealed record AdminAccount(string Name, Rank Rank, DateTimeOffset CreatedAt, bool Vouched);
