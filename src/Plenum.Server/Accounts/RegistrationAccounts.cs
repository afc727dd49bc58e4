using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts;

/// <summary>Aliases that a device may register under to be called, each with its user name and password.</summary>
internal sealed class RegistrationAccounts(Database database, TimeProvider time)
{
    /// <summary>Those that were taken away.</summary>
    public RemovedRegistrations Removed { get; } = new(database, time);

    public async Task<IReadOnlyList<RegistrationAccount>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            "SELECT alias AS Alias, user_name AS UserName, created_at AS CreatedAt FROM registrations ORDER BY alias");
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <summary>Null when the alias has an account already.</summary>
    public Task<RegistrationAccount?> Add(string alias, string userName, string password, Func<DbTransaction, Task> also, CancellationToken cancellation)
    {
        var row = new Row { Alias = alias, UserName = userName, CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds() };
        var hash = PasswordHash.Of(password);
        return database.Write(
            async transaction =>
            {
                var added = await transaction.Connection!.ExecuteAsync(
                    "INSERT INTO registrations (alias, user_name, secret_hash, created_at) VALUES (@Alias, @UserName, @hash, @CreatedAt) ON CONFLICT (alias) DO NOTHING",
                    new { row.Alias, row.UserName, hash, row.CreatedAt },
                    transaction);
                if (added > 0) await also(transaction);
                return added > 0 ? row.ToAccount() : null;
            },
            cancellation);
    }

    /// <summary>Sets one aside, so that it can be brought back for a while; an older one of the same alias gives way.</summary>
    public Task<bool> Remove(string alias, Func<DbTransaction, Task> also, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            await RemovedRegistrations.Keep(transaction, alias, time.GetUtcNow());
            var removed = await transaction.Connection!.ExecuteAsync("DELETE FROM registrations WHERE alias = @alias", new { alias }, transaction);
            if (removed > 0) await also(transaction);
            return removed > 0;
        },
        cancellation);

    public async Task<bool> Proves(string alias, string userName, string password, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var stored = await connection.ExecuteScalarAsync<string?>(
            "SELECT secret_hash FROM registrations WHERE alias = @alias AND user_name = @userName", new { alias, userName });
        return PasswordHash.Matches(stored ?? PasswordHash.OfNobody, password) && stored is not null;
    }

    private sealed class Row
    {
        public string Alias { get; init; } = "";

        public string UserName { get; init; } = "";

        public long CreatedAt { get; init; }

        public RegistrationAccount ToAccount() => new(Alias, UserName, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt));
    }
}

/// <summary>An alias that may be registered, and by whom.</summary>
internal sealed record RegistrationAccount(string Alias, string UserName, DateTimeOffset CreatedAt);
