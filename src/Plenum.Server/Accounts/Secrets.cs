using System.Buffers.Text;
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

    /// <summary>Every secret in each spelling that it could be written down in, so that it can be found and taken out.</summary>
    public static async Task<IReadOnlyList<string>> Texts(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var stored = await connection.QueryAsync<string>("SELECT value FROM secrets");
        return [.. stored.SelectMany(hex => (string[])[hex, hex.ToUpperInvariant(), Convert.ToBase64String(Convert.FromHexString(hex)), Base64Url.EncodeToString(Convert.FromHexString(hex))])];
    }

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
