using System.Security.Cryptography;

namespace Plenum.Server.Branding.Signing;

/// <summary>An organisation's Ed25519 key, as the files of OpenSSL and others spell it (PEM). Its id is its fingerprint, so nobody can claim another's.</summary>
internal static class SigningKey
{
    private const string PrivateLabel = "PRIVATE KEY", PublicLabel = "PUBLIC KEY";

    /// <summary>What stands before the 32 bytes in PKCS #8 and in SubjectPublicKeyInfo.</summary>
    private static readonly byte[] PrivateHead = Convert.FromHexString("302e020100300506032b657004220420"), PublicHead = Convert.FromHexString("302a300506032b6570032100");

    public static byte[] Make() => RandomNumberGenerator.GetBytes(Ed25519.KeyLength);

    public static string PrivatePem(byte[] secret) => PemEncoding.WriteString(PrivateLabel, [.. PrivateHead, .. secret]) + "\n";

    public static string PublicPem(byte[] known) => PemEncoding.WriteString(PublicLabel, [.. PublicHead, .. known]) + "\n";

    public static byte[]? Private(string pem) => Read(pem, PrivateLabel, PrivateHead);

    /// <summary>The key of a PEM text, of its middle line, or of the bare 32 bytes in base64; null when it is none.</summary>
    public static byte[]? Public(string text) => Read(text, PublicLabel, PublicHead) ?? Bare(text) switch
    {
        { Length: Ed25519.KeyLength } bare => bare,
        { } der when der.Length == PublicHead.Length + Ed25519.KeyLength && der.AsSpan(0, PublicHead.Length).SequenceEqual(PublicHead) => der[PublicHead.Length..],
        _ => null,
    };

    /// <summary>SHA-256 of the public key, whole.</summary>
    public static string Fingerprint(byte[] known) => Convert.ToHexStringLower(SHA256.HashData(known));

    private static byte[]? Read(string pem, string label, byte[] head)
    {
        if (!PemEncoding.TryFind(pem, out var found) || pem[found.Label] != label) return null;
        var der = new byte[found.DecodedDataLength];
        return Convert.TryFromBase64Chars(pem.AsSpan()[found.Base64Data], der, out var length) && length == head.Length + Ed25519.KeyLength && der.AsSpan(0, head.Length).SequenceEqual(head)
            ? der[head.Length..length] : null;
    }

    private static byte[]? Bare(string text)
    {
        var bytes = new byte[PublicHead.Length + Ed25519.KeyLength];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) ? bytes[..length] : null;
    }
}
