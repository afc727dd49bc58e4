using System.Buffers.Text;
using System.Text;

namespace Plenum.Bench.Wire;

/// <summary>A whole answer: its status, and its body with any chunk framing taken off.</summary>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body)
{
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>A text value by its name, wherever it stands; good enough for answers whose names are unique.</summary>
    public string Text(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> quoted = [(byte)'"', .. name, .. "\":\""u8];
        var at = Body.Span.IndexOf(quoted);
        if (at < 0)
            throw new InvalidOperationException($"{Encoding.UTF8.GetString(name)} is missing in {this}");
        var rest = Body.Span[(at + quoted.Length)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
    }

    public override string ToString() => $"{Status} {Encoding.UTF8.GetString(Body.Span)}";

    public static bool TryRead(Memory<byte> bytes, out Answer answer)
    {
        answer = default;
        var span = bytes.Span;
        var head = span.IndexOf("\r\n\r\n"u8);
        if (head < 0 || !Utf8Parser.TryParse(span[9..], out int status, out _))
            return false;
        var body = bytes[(head + 4)..];
        if (span[..head].IndexOf("Transfer-Encoding: chunked"u8) >= 0)
            return TryUnchunk(body, status, out answer);
        var length = span[..head].IndexOf("Content-Length: "u8) is var at && at >= 0
            && Utf8Parser.TryParse(span[(at + 16)..], out int declared, out _) ? declared : 0;
        if (body.Length < length)
            return false;
        answer = new(status, body[..length]);
        return true;
    }

    private static bool TryUnchunk(Memory<byte> body, int status, out Answer answer)
    {
        answer = default;
        var whole = new List<byte>();
        var rest = body.Span;
        while (rest.IndexOf("\r\n"u8) is var line && line > 0 && Utf8Parser.TryParse(rest[..line], out int size, out _, 'x'))
        {
            if (rest.Length < line + size + 4)
                return false;
            whole.AddRange(rest.Slice(line + 2, size));
            rest = rest[(line + size + 4)..];
            if (size is 0)
            {
                answer = new(status, whole.ToArray());
                return true;
            }
        }

        return false;
    }
}
