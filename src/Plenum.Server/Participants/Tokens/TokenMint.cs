using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Streams;

namespace Plenum.Server.Participants.Tokens;

/// <summary>Signs and recognises tokens and tickets with the server's key. Their text is safe in URLs.</summary>
internal sealed class TokenMint(ServerKey key, TimeProvider time) : ITicketOffice
{
    private const int Seal = 16;
    private const int SessionBytes = 1 + 16 + 16 + 4;
    private const int TicketBytes = 1 + 16 + 16 + 1 + 16 + 16 + 16 + 8 + 8;
    private const byte Session = 1;
    private const byte TicketKind = 2;
    private const int PassBytes = 1 + 16 + 16 + 1 + 8;
    private const byte PassKind = 3;
    private readonly byte[] signing = key.Derive("tokens");

    public string Mint(SessionToken token)
    {
        Span<byte> bytes = stackalloc byte[SessionBytes + Seal];
        bytes[0] = Session;
        token.Conference.Value.TryWriteBytes(bytes[1..]);
        token.Participant.Value.TryWriteBytes(bytes[17..]);
        BinaryPrimitives.WriteInt32BigEndian(bytes[33..], token.Generation);
        return Sealed(bytes);
    }

    public SessionToken? ReadSession(string? text)
    {
        Span<byte> bytes = stackalloc byte[SessionBytes + Seal];
        if (!Open(text, bytes, Session)) return null;
        return new SessionToken(
            new ConferenceId(new Guid(bytes[1..17])),
            new ParticipantId(new Guid(bytes[17..33])),
            BinaryPrimitives.ReadInt32BigEndian(bytes[33..]));
    }

    /// <summary>The same step always gives the same ticket, so a stream that hears of it twice holds one.</summary>
    public string Mint(Conference at, ParticipantId who, Destination to, RoomId room)
    {
        Span<byte> bytes = stackalloc byte[TicketBytes + Seal];
        bytes[0] = TicketKind;
        to.Conference.Value.TryWriteBytes(bytes[1..]);
        to.Ticket.Value.TryWriteBytes(bytes[17..]);
        bytes[33] = (byte)to.Role;
        room.Value.TryWriteBytes(bytes[34..]);
        at.Id.Value.TryWriteBytes(bytes[50..]);
        who.Value.TryWriteBytes(bytes[66..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes[82..], at.Version);
        BinaryPrimitives.WriteInt64BigEndian(bytes[90..], at.LastEventAt.ToUnixTimeMilliseconds());
        return Sealed(bytes);
    }

    /// <summary>Null for what is no ticket of ours, or too old.</summary>
    public Ticket? ReadTicket(string? text)
    {
        Span<byte> bytes = stackalloc byte[TicketBytes + Seal];
        if (!Open(text, bytes, TicketKind)) return null;
        var ticket = new Ticket(
            new ConferenceId(new Guid(bytes[1..17])),
            new ParticipantId(new Guid(bytes[17..33])),
            (Role)bytes[33],
            new RoomId(new Guid(bytes[34..50])),
            new ConferenceId(new Guid(bytes[50..66])),
            new ParticipantId(new Guid(bytes[66..82])),
            BinaryPrimitives.ReadInt64BigEndian(bytes[82..]),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes[90..])));
        return ticket.MintedAt + Ticket.Lifetime < time.GetUtcNow() ? null : ticket;
    }

    public string MintPass(Conference inside, Participant holder)
    {
        Span<byte> bytes = stackalloc byte[PassBytes + Seal];
        bytes[0] = PassKind;
        inside.Id.Value.TryWriteBytes(bytes[1..]);
        holder.Id.Value.TryWriteBytes(bytes[17..]);
        bytes[33] = (byte)holder.Role;
        BinaryPrimitives.WriteInt64BigEndian(bytes[34..], time.GetUtcNow().ToUnixTimeMilliseconds());
        return Sealed(bytes);
    }

    /// <summary>Null for what is no pass of ours, or too old.</summary>
    public Pass? ReadPass(string? text)
    {
        Span<byte> bytes = stackalloc byte[PassBytes + Seal];
        if (!Open(text, bytes, PassKind)) return null;
        var pass = new Pass(
            new ConferenceId(new Guid(bytes[1..17])),
            new ParticipantId(new Guid(bytes[17..33])),
            (Role)bytes[33],
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes[34..])));
        return pass.MintedAt + Pass.Lifetime < time.GetUtcNow() ? null : pass;
    }

    private string Sealed(Span<byte> bytes)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(signing, bytes[..^Seal], mac);
        mac[..Seal].CopyTo(bytes[^Seal..]);
        return Base64Url.EncodeToString(bytes);
    }

    private bool Open(string? text, Span<byte> bytes, byte kind)
    {
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes.Length)) return false;
        Span<byte> ascii = stackalloc byte[text.Length];
        if (!Encoding.ASCII.TryGetBytes(text, ascii, out _) || Base64Url.DecodeFromUtf8(ascii, bytes, out _, out var written) is not OperationStatus.Done) return false;
        if (written != bytes.Length || bytes[0] != kind) return false;
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(signing, bytes[..^Seal], mac);
        return CryptographicOperations.FixedTimeEquals(mac[..Seal], bytes[^Seal..]);
    }
}

/// <summary>The secret that everything this installation signs hangs on. Kept in its database, so that all nodes share it.</summary>
public sealed class ServerKey(byte[] secret)
{
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes(purpose));
}
