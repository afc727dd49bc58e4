using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>
/// One stream event. It has as many shapes as there are audiences, each serialised once, when first wanted, and shared by
/// every stream that gets it.
/// </summary>
internal abstract class Frame
{
    /// <summary>A later frame with the same key makes this one unnecessary for who is behind; null where every one counts.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Writes the shape that this seat gets, if any.</summary>
    public abstract void WriteTo(IEventSink sink, Seat seat);
}

/// <summary>Where frames go: a stream, or what a test reads.</summary>
internal interface IEventSink
{
    void Write(byte[] text, string? supersedes);
}

/// <summary>Something for one participant alone.</summary>
internal sealed class Whisper(ParticipantId to, string name, Func<byte[]> payload) : Frame
{
    public override void WriteTo(IEventSink sink, Seat seat)
    {
        if (seat.Id == to) sink.Write(SseText.Event(name, payload()), Supersedes);
    }
}

/// <summary>Something for everybody who hears a room; wrapped for the hosts who oversee it from outside.</summary>
internal sealed class RoomFrame(RoomId room, string name, Func<bool, byte[]> payload) : Frame
{
    private byte[]? host;
    private byte[]? guest;
    private byte[]? wrapped;

    /// <summary>Hosts and guests get the same text.</summary>
    public bool SameForAll { get; init; }

    /// <summary>Some events, such as the picture's layout, make no sense wrapped.</summary>
    public bool NeverWrapped { get; init; }

    /// <summary>Waiting participants hear it too.</summary>
    public bool ReachesWaiting { get; init; }

    public ParticipantId? Except { get; init; }

    /// <summary>What the <c>id:</c> line says, where there is one.</summary>
    public string? Id { get; init; }

    public override void WriteTo(IEventSink sink, Seat seat)
    {
        if (seat.Id == Except || (seat.Waiting && !ReachesWaiting)) return;
        if (seat.Home == room) sink.Write(seat.Host ? Host : Guest, Supersedes);
        if (!NeverWrapped && seat.HearsWrapped(room)) sink.Write(Wrapped, Supersedes);
    }

    private byte[] Host => host ??= SseText.Named(Id, SseText.Event(name, payload(true)));

    private byte[] Guest => SameForAll ? Host : guest ??= SseText.Named(Id, SseText.Event(name, payload(false)));

    private byte[] Wrapped => wrapped ??= SseText.Named(Id, SseText.InBreakout(room, name, payload(true)));
}
