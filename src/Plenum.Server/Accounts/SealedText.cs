using System.Buffers.Text;
using System.Security.Cryptography;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Accounts;

/// <summary>Bytes under the server's key, for one purpose alone: unread where they lie, unchanged when they come back, opened by any node.</summary>
internal sealed class SealedText(ServerKey key, string purpose)
{
    private const int NonceSize = 12, TagSize = 16;
    private readonly byte[] sealing = key.Derive(purpose);

    public string Seal(ReadOnlySpan<byte> plain)
    {
        var sealedText = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(sealing, TagSize);
        cipher.Encrypt(sealedText.AsSpan(0, NonceSize), plain, sealedText.AsSpan(NonceSize + TagSize), sealedText.AsSpan(NonceSize, TagSize));
        return Base64Url.EncodeToString(sealedText);
    }

    /// <summary>Null when it was not sealed here, or not for this purpose.</summary>
    public byte[]? Open(string? text)
    {
        if (text is null || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: >= NonceSize + TagSize } sealedText) return null;
        var plain = new byte[sealedText.Length - NonceSize - TagSize];
        try
        {
            using var cipher = new AesGcm(sealing, TagSize);
            cipher.Decrypt(sealedText.AsSpan(0, NonceSize), sealedText.AsSpan(NonceSize + TagSize), sealedText.AsSpan(NonceSize, TagSize), plain);
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
