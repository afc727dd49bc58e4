using System.Security.Cryptography;
using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Accounts;

/// <summary>The installation's own secrets, made at the first start and shared by every node of one database.</summary>
internal static class Secrets
{
    public static async Task<ServerKey> ServerKey(Database database, CancellationToken cancellation) =>
        new(await Ensure(database, "server-key", () => RandomNumberGenerator.GetBytes(32), cancellation));

    public static async Task<AttestationKey> AttestationKey(Database database, CancellationToken cancellation) =>
        new(await Ensure(database, "attestation-key", Participants.Tokens.AttestationKey.New, cancellation));

    /// <summary>Whoever comes first decides; everybody reads the same afterwards.</summary>
    private static async Task<byte[]> Ensure(Database database, string name, Func<byte[]> make, CancellationToken cancellation) => Convert.FromHexString((await database.Write(
        async transaction =>
        {
            var value = Convert.ToHexStringLower(make());
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO secrets (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING", new { name, value }, transaction);
            return await transaction.Connection!.ExecuteScalarAsync<string>(
                "SELECT value FROM secrets WHERE name = @name", new { name }, transaction);
        },
        cancellation))!);
}
