using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Server.Accounts;

/// <summary>What proves by itself that somebody may: shown once and kept as a hash. It has so much chance in it that a fast hash is enough.</summary>
internal static class BearerSecret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
