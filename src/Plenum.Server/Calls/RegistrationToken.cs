using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Calls;

/// <summary>Proves to be one registered device, in one generation. Like a session token, it holds no expiry.</summary>
internal readonly record struct RegistrationToken(Guid Device, int Generation);

/// <summary>Signs and recognises registration tokens with the server's key, apart from every other kind of token.</summary>
internal sealed class RegistrationMint(ServerKey key)
{
    private const int Seal = 16;
    private const int Size = 16 + 4;
    private readonly byte[] signing = key.Derive("registrations");

    public string Mint(RegistrationToken token)
    {
        Span<byte> bytes = stackalloc byte[Size + Seal];
        token.Device.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], token.Generation);
        Sign(bytes[..Size], bytes[Size..]);
        return Base64Url.EncodeToString(bytes);
    }

    public RegistrationToken? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[Size + Seal];
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes.Length)) return null;
        Span<byte> ascii = stackalloc byte[text.Length];
        if (!Encoding.ASCII.TryGetBytes(text, ascii, out _) || Base64Url.DecodeFromUtf8(ascii, bytes, out _, out var written) is not OperationStatus.Done || written != bytes.Length) return null;
        Span<byte> seal = stackalloc byte[Seal];
        Sign(bytes[..Size], seal);
        return CryptographicOperations.FixedTimeEquals(seal, bytes[Size..])
            ? new RegistrationToken(new Guid(bytes[..16]), BinaryPrimitives.ReadInt32BigEndian(bytes[16..]))
            : null;
    }

    private void Sign(ReadOnlySpan<byte> what, Span<byte> seal)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(signing, what, mac);
        mac[..Seal].CopyTo(seal);
    }
}
