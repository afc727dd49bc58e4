using System.Security.Cryptography;

namespace Plenum.Server.Accounts;

/// <summary>A password as it is stored: salted, slow to guess, and with its own parameters, so that they can change later.</summary>
internal static class PasswordHash
{
    private const string Scheme = "pbkdf2-sha256";
    private const int Rounds = 200_000;
    private const int Size = 32;

    /// <summary>What is compared with when there is nothing to compare with, so that the answer takes as long.</summary>
    public static readonly string OfNobody = $"{Scheme}${Rounds}${new string('0', 32)}${new string('0', 2 * Size)}";

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Scheme}${Rounds}${Convert.ToHexStringLower(salt)}${Convert.ToHexStringLower(Stretch(password, salt, Rounds))}";
    }

    public static bool Matches(string stored, string password)
    {
        var parts = stored.Split('$');
        if (parts is not [Scheme, var rounds, var salt, var hash]) return false;
        return CryptographicOperations.FixedTimeEquals(
            Stretch(password, Convert.FromHexString(salt), int.Parse(rounds)), Convert.FromHexString(hash));
    }

    private static byte[] Stretch(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, Size);
}
