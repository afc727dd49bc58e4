using System.Buffers.Text;
using System.Security.Cryptography;

namespace Plenum.Server.Participants.Tokens;

/// <summary>Makes text, safe in addresses, that nobody but this server can read or make.</summary>
internal sealed class SealedBox(byte[] key)
{
    private const int NonceSize = 12, TagSize = 16;

    public string Seal(byte[] plain)
    {
        var closed = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(closed.AsSpan(0, NonceSize), plain, closed.AsSpan(NonceSize + TagSize), closed.AsSpan(NonceSize, TagSize));
        return Base64Url.EncodeToString(closed);
    }

    /// <summary>Null for what was not sealed here, or for something else.</summary>
    public byte[]? Open(string? text)
    {
        if (text is null || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > NonceSize + TagSize } closed) return null;
        var plain = new byte[closed.Length - NonceSize - TagSize];
        try
        {
            using var cipher = new AesGcm(key, TagSize);
            cipher.Decrypt(closed.AsSpan(0, NonceSize), closed.AsSpan(NonceSize + TagSize), closed.AsSpan(NonceSize, TagSize), plain);
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
