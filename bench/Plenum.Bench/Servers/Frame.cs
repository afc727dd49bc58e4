using System.Text;

namespace Plenum.Bench.Servers;

/// <summary>The frame of one participant's update, byte for byte as Plenum sends it, for the bare peer to send too.</summary>
internal sealed class Frame(byte[] bytes)
{
    /// <summary>Precedes the sequence number in the overlay text.</summary>
    public static ReadOnlySpan<byte> Mark => "bench-"u8;

    public static ReadOnlySpan<byte> Event => "event: participant_update"u8;

    public int Length => bytes.Length;

    /// <summary>Stands in while there is no Plenum to learn from.</summary>
    public static Frame Assumed { get; } = new(Encoding.ASCII.GetBytes(
        $"event: participant_update\ndata: {{\"overlay_text\":\"{Text(0)}\",\"uuid\":\"{Guid.Empty}\",\"rest\":\"{new string('.', 880)}\"}}\n\n"));

    public static string Text(int sequence) => $"bench-{sequence:D10}";

    public byte[] With(int sequence)
    {
        var frame = bytes.AsSpan().ToArray();
        Encoding.ASCII.GetBytes(Text(sequence)).CopyTo(frame, frame.AsSpan().IndexOf(Mark));
        return frame;
    }
}
