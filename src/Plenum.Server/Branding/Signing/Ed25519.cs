using System.Runtime.InteropServices;

namespace Plenum.Server.Branding.Signing;

/// <summary>
/// Ed25519 by the system's OpenSSL, which the platform's own cryptography runs on as well: the platform itself offers none, and
/// the libraries that do were not available with all that they depend on.
/// </summary>
internal static class Ed25519
{
    public const int KeyLength = 32, SignatureLength = 64;

    private const string Library = "libcrypto.so.3";
    private const int Kind = 1087;

    /// <summary>The public key that belongs to a private one.</summary>
    public static byte[] PublicOf(byte[] secret) => With(NewPrivate(Kind, 0, secret, (nuint)secret.Length), key =>
    {
        var (told, length) = (new byte[KeyLength], (nuint)KeyLength);
        Need(RawPublic(key, told, ref length) == 1 && length == KeyLength);
        return told;
    });

    public static byte[] Sign(byte[] secret, byte[] text) => With(NewPrivate(Kind, 0, secret, (nuint)secret.Length), key => InContext(context =>
    {
        var (signature, length) = (new byte[SignatureLength], (nuint)SignatureLength);
        Need(SignInit(context, 0, 0, 0, key) == 1 && SignWhole(context, signature, ref length, text, (nuint)text.Length) == 1 && length == SignatureLength);
        return signature;
    }));

    public static bool Verify(byte[] known, byte[] text, byte[] signature) =>
        known.Length == KeyLength && signature.Length == SignatureLength
        && With(PublicKey(Kind, 0, known, (nuint)known.Length), key => InContext(context =>
        {
            Need(VerifyInit(context, 0, 0, 0, key) == 1);
            return VerifyWhole(context, signature, (nuint)signature.Length, text, (nuint)text.Length) == 1;
        }));

    private static T With<T>(nint key, Func<nint, T> act)
    {
        Need(key != 0);
        try
        {
            return act(key);
        }
        finally
        {
            FreeKey(key);
        }
    }

    private static T InContext<T>(Func<nint, T> act)
    {
        var context = NewContext();
        Need(context != 0);
        try
        {
            return act(context);
        }
        finally
        {
            FreeContext(context);
        }
    }

    private static void Need(bool done)
    {
        if (!done) throw new System.Security.Cryptography.CryptographicException("OpenSSL did not do what Ed25519 needs.");
    }

    [DllImport(Library, EntryPoint = "EVP_PKEY_new_raw_private_key"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint NewPrivate(int kind, nint engine, byte[] key, nuint length);

    [DllImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint PublicKey(int kind, nint engine, byte[] key, nuint length);

    [DllImport(Library, EntryPoint = "EVP_PKEY_get_raw_public_key"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RawPublic(nint key, byte[] told, ref nuint length);

    [DllImport(Library, EntryPoint = "EVP_PKEY_free"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void FreeKey(nint key);

    [DllImport(Library, EntryPoint = "EVP_MD_CTX_new"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint NewContext();

    [DllImport(Library, EntryPoint = "EVP_MD_CTX_free"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void FreeContext(nint context);

    [DllImport(Library, EntryPoint = "EVP_DigestSignInit"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SignInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library, EntryPoint = "EVP_DigestSign"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SignWhole(nint context, byte[] signature, ref nuint length, byte[] text, nuint textLength);

    [DllImport(Library, EntryPoint = "EVP_DigestVerifyInit"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int VerifyInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library, EntryPoint = "EVP_DigestVerify"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int VerifyWhole(nint context, byte[] signature, nuint length, byte[] text, nuint textLength);
}
