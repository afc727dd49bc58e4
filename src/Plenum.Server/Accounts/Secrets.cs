using System.Security.Cryptography;
using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Accounts;

/// <summary>The installation's own secrets, made at the first start and shared by every node of one database.</summary>
internal static class Secrets
{
    public static async Task<ServerKey> ServerKey(Database database, CancellationToken cancellation) =>
        new(Convert.FromHexString(await Ensure(database, "server-key", cancellation)));

    /// <summary>Whoever comes first decides; everybody reads the same afterwards.</summary>
    private static async Task<string> Ensure(Database database, string name, CancellationToken cancellation) => (await database.Write(
        async transaction =>
        {
            var value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO secrets (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING", new { name, value }, transaction);
            return await transaction.Connection!.ExecuteScalarAsync<string>(
                "SELECT value FROM secrets WHERE name = @name", new { name }, transaction);
        },
        cancellation))!;
}
