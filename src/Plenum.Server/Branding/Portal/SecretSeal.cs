using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Branding.Portal;

/// <summary>
/// The secrets of customizations as they are stored: unreadable without the server's key, and of use in the customization alone that
/// they were sealed for. Those that were stored before there was a seal are read as they are.
/// </summary>
internal sealed class SecretSeal(ServerKey key)
{
    private const string Mark = "sealed:";
    private const int NonceSize = 12, TagSize = 16;
    private readonly byte[] _sealing = key.Derive("secrets of customizations");

    public string Seal(Guid customization, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> secrets)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(secrets, PortalJson.Default.IReadOnlyDictionaryStringIReadOnlyDictionaryStringString);
        var whole = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(_sealing, TagSize);
        cipher.Encrypt(whole.AsSpan(0, NonceSize), plain, whole.AsSpan(NonceSize + TagSize), whole.AsSpan(NonceSize, TagSize), Bound(customization));
        return Mark + Base64Url.EncodeToString(whole);
    }

    /// <summary>What cannot be opened, since it is of another server or was touched, is as if it had never been set: the portal asks for it again.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Open(Guid customization, string stored)
    {
        if (!stored.StartsWith(Mark, StringComparison.Ordinal)) return Read(Encoding.UTF8.GetBytes(stored));
        var text = stored.AsSpan(Mark.Length);
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > NonceSize + TagSize } whole) return None();
        var plain = new byte[whole.Length - NonceSize - TagSize];
        try
        {
            using var cipher = new AesGcm(_sealing, TagSize);
            cipher.Decrypt(whole.AsSpan(0, NonceSize), whole.AsSpan(NonceSize + TagSize), whole.AsSpan(NonceSize, TagSize), plain, Bound(customization));
        }
        catch (CryptographicException)
        {
            return None();
        }

        return Read(plain);
    }

    private static byte[] Bound(Guid customization) => Encoding.ASCII.GetBytes($"{customization}");

    private static Dictionary<string, IReadOnlyDictionary<string, string>> None() => [];

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(byte[] json) =>
        JsonSerializer.Deserialize(json, PortalJson.Default.IReadOnlyDictionaryStringIReadOnlyDictionaryStringString)!;
}
