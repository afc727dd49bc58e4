using System.Buffers.Text;
using System.Security.Cryptography;

namespace Plenum.Server.Participants.Tokens;

/// <summary>Makes text, safe in addresses, that nobody but this server can read or make; where it is for one thing alone, it opens for no other.</summary>
internal sealed class SealedBox(byte[] key)
{
    private const int NonceSize = 12, TagSize = 16;

    public string Seal(byte[] plain, ReadOnlySpan<byte> boundTo = default)
    {
        var closed = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(closed.AsSpan(0, NonceSize), plain, closed.AsSpan(NonceSize + TagSize), closed.AsSpan(NonceSize, TagSize), boundTo);
        return Base64Url.EncodeToString(closed);
    }

    /// <summary>Null for what was not sealed here, or for something else.</summary>
    public byte[]? Open(ReadOnlySpan<char> text, ReadOnlySpan<byte> boundTo = default)
    {
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > NonceSize + TagSize } closed) return null;
        var plain = new byte[closed.Length - NonceSize - TagSize];
        try
        {
            using var cipher = new AesGcm(key, TagSize);
            cipher.Decrypt(closed.AsSpan(0, NonceSize), closed.AsSpan(NonceSize + TagSize), closed.AsSpan(NonceSize, TagSize), plain, boundTo);
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
