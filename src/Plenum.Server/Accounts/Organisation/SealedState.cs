using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>What must come back unchanged and unread from the provider, under the server's key, so that any node can take it up.</summary>
internal sealed class SealedState(ServerKey key) : ISecureDataFormat<AuthenticationProperties>
{
    private const int NonceSize = 12, TagSize = 16;
    private readonly byte[] sealing = key.Derive("sign-in through the organisation");

    public string Protect(AuthenticationProperties data)
    {
        var plain = PropertiesSerializer.Default.Serialize(data);
        var sealedText = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(sealing, TagSize);
        cipher.Encrypt(sealedText.AsSpan(0, NonceSize), plain, sealedText.AsSpan(NonceSize + TagSize), sealedText.AsSpan(NonceSize, TagSize));
        return Base64Url.EncodeToString(sealedText);
    }

    public string Protect(AuthenticationProperties data, string? purpose) => Protect(data);

    public AuthenticationProperties? Unprotect(string? protectedText)
    {
        if (protectedText is null || !Base64Url.IsValid(protectedText) || Base64Url.DecodeFromChars(protectedText) is not { Length: > NonceSize + TagSize } sealedText) return null;
        var plain = new byte[sealedText.Length - NonceSize - TagSize];
        try
        {
            using var cipher = new AesGcm(sealing, TagSize);
            cipher.Decrypt(sealedText.AsSpan(0, NonceSize), sealedText.AsSpan(NonceSize + TagSize), sealedText.AsSpan(NonceSize, TagSize), plain);
        }
        catch (CryptographicException)
        {
            return null;
        }

        return PropertiesSerializer.Default.Deserialize(plain);
    }

    public AuthenticationProperties? Unprotect(string? protectedText, string? purpose) => Unprotect(protectedText);
}
