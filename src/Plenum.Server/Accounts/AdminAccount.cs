using System.Security.Cryptography;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Accounts;

/// <summary>The one account <c>admin</c>. Its password is kept as a slow hash; a configured one replaces it at every start.</summary>
internal sealed class AdminAccount(Database database, TimeProvider time)
{
    public const string Name = "admin";

    /// <summary>Sets the configured password; without one, makes one where there is none yet, and returns it to be shown once.</summary>
    public async Task<string?> Ensure(string? configured, CancellationToken cancellation)
    {
        if (configured is { Length: > 0 })
        {
            if (PasswordHash.Matches(await Stored(cancellation) ?? "", configured)) return null;
            await Keep(configured, "DO UPDATE SET secret_hash = excluded.secret_hash", cancellation);
            return null;
        }

        if (await Stored(cancellation) is not null) return null;
        var made = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 24);
        return await Keep(made, "DO NOTHING", cancellation) ? made : null;
    }

    public async Task<bool> Proves(string name, string password, CancellationToken cancellation)
    {
        var stored = name == Name ? await Stored(cancellation) : null;
        return PasswordHash.Matches(stored ?? PasswordHash.OfNobody, password) && stored is not null;
    }

    private async Task<string?> Stored(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<string?>("SELECT secret_hash FROM accounts WHERE name = @Name", new { Name });
    }

    /// <summary>Whether it was kept: of several first starts at once, one decides.</summary>
    private Task<bool> Keep(string password, string otherwise, CancellationToken cancellation)
    {
        var row = new { Name, Hash = PasswordHash.Of(password), Now = time.GetUtcNow().ToUnixTimeMilliseconds() };
        return database.Write(
            async transaction => await transaction.Connection!.ExecuteAsync(
                $"INSERT INTO accounts (name, secret_hash, created_at) VALUES (@Name, @Hash, @Now) ON CONFLICT (name) {otherwise}",
                row,
                transaction) > 0,
            cancellation);
    }
}
