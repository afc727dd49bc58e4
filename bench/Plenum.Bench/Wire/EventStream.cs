using System.Buffers;
using System.Net.Sockets;

namespace Plenum.Bench.Wire;

/// <summary>One reader's socket and what is needed to cut its bytes into events. Copies only events that straddle two reads.</summary>
internal sealed class EventStream(Socket socket, EventListener listener) : IDisposable
{
    private enum Reading { Head, Size, Body, BodyEnd, Unframed, Ended }

    private Reading _reading = Reading.Head;
    private int _left;
    private byte[]? _carried;
    private int _carriedLength;

    public Socket Socket => socket;

    public bool Open => _reading is not Reading.Ended;

    /// <summary>Bytes of the body without its framing.</summary>
    public long Received { get; private set; }

    public void Read(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = _reading switch
            {
                Reading.Head => Head(bytes),
                Reading.Size => Size(bytes),
                Reading.Body => Body(bytes),
                Reading.BodyEnd => BodyEnd(bytes),
                Reading.Unframed => Unframed(bytes),
                _ => [],
            };
    }

    public void End()
    {
        if (!Open)
            return;
        _reading = Reading.Ended;
        Drop();
        listener.Ended(this);
    }

    /// <summary>Hangs up. The loop notices and lets go of the socket on its own thread.</summary>
    public void HangUp()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The server was first.
        }
    }

    public void Dispose() => socket.Dispose();

    private ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes)
    {
        Carry(bytes);
        var carried = _carried.AsSpan(0, _carriedLength);
        var end = carried.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return [];
        if (!carried.StartsWith("HTTP/1.1 200"u8))
        {
            End();
            return [];
        }

        var rest = bytes[^(_carriedLength - end - 4)..];
        _reading = carried[..end].IndexOf("Transfer-Encoding: chunked"u8) >= 0 ? Reading.Size : Reading.Unframed;
        Drop();
        listener.Started(this);
        return rest;
    }

    private ReadOnlySpan<byte> Size(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        foreach (var digit in end < 0 ? bytes : bytes[..end])
            if (digit is not (byte)'\r')
                _left = (_left << 4) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        if (end < 0)
            return [];
        if (_left is 0)
            End();
        else
            _reading = Reading.Body;
        return bytes[(end + 1)..];
    }

    private ReadOnlySpan<byte> Body(ReadOnlySpan<byte> bytes)
    {
        var here = Math.Min(_left, bytes.Length);
        _left -= here;
        Received += here;
        Events(bytes[..here]);
        if (_left is 0)
        {
            _reading = Reading.BodyEnd;
            _left = 2;
        }

        return bytes[here..];
    }

    private ReadOnlySpan<byte> BodyEnd(ReadOnlySpan<byte> bytes)
    {
        var here = Math.Min(_left, bytes.Length);
        _left -= here;
        if (_left is 0)
            _reading = Reading.Size;
        return bytes[here..];
    }

    /// <summary>A body that lasts as long as its connection.</summary>
    private ReadOnlySpan<byte> Unframed(ReadOnlySpan<byte> bytes)
    {
        Received += bytes.Length;
        Events(bytes);
        return [];
    }

    private void Events(ReadOnlySpan<byte> text)
    {
        if (_carriedLength > 0)
        {
            var straddles = _carried![_carriedLength - 1] is (byte)'\n' && text[0] is (byte)'\n';
            var end = straddles ? 1 : text.IndexOf("\n\n"u8) + 2;
            Carry(end < 2 && !straddles ? text : text[..end]);
            if (end < 2 && !straddles)
                return;
            listener.Event(this, _carried.AsSpan(0, _carriedLength));
            Drop();
            text = text[end..];
        }

        for (var end = text.IndexOf("\n\n"u8); end >= 0; end = text.IndexOf("\n\n"u8))
        {
            listener.Event(this, text[..(end + 2)]);
            text = text[(end + 2)..];
        }

        Carry(text);
    }

    private void Carry(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        if (_carried is null || _carried.Length < _carriedLength + bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2048, _carriedLength + bytes.Length));
            _carried.AsSpan(0, _carriedLength).CopyTo(larger);
            if (_carried is not null)
                ArrayPool<byte>.Shared.Return(_carried);
            _carried = larger;
        }

        bytes.CopyTo(_carried.AsSpan(_carriedLength));
        _carriedLength += bytes.Length;
    }

    private void Drop()
    {
        if (_carried is not null)
            ArrayPool<byte>.Shared.Return(_carried);
        _carried = null;
        _carriedLength = 0;
    }
}
