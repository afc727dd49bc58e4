using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>
/// A line of the roster: somebody came, changed or went. Who sees whom is decided here and nowhere else: guests do not see
/// those who wait, and other guests only where the room allows it; who waits sees itself alone.
/// </summary>
internal sealed class RosterFrame(string name, Participant about, bool guestsSeeGuests) : Frame
{
    private byte[]? hostPayload;
    private byte[]? host;
    private byte[]? guest;
    private byte[]? wrapped;

    /// <summary>The breakouts that a host oversees hear of the host's own changes there as well.</summary>
    public IReadOnlyList<RoomId> OwnAlsoIn { get; init; } = [];

    /// <summary>The one participant who is told otherwise.</summary>
    public ParticipantId? Except { get; init; }

    public override void WriteTo(IEventSink sink, Seat seat)
    {
        if (seat.Id == Except || !Sees(seat, about, guestsSeeGuests)) return;
        if (seat.Home == about.Room || seat.Id == about.Id) sink.Write(seat.Host ? Host : Guest, Supersedes);
        if (seat.Id != about.Id && seat.HearsWrapped(about.Room)) sink.Write(wrapped ??= SseText.InBreakout(about.Room, name, HostPayload), Supersedes);
        if (seat.Id != about.Id || !seat.Oversees) return;
        foreach (var room in OwnAlsoIn) sink.Write(SseText.InBreakout(room, name, HostPayload), null);
    }

    public static bool Sees(Seat seat, Participant about, bool guestsSeeGuests)
    {
        if (seat.Id == about.Id) return true;
        if (seat.Waiting) return false;
        if (seat.Host) return seat.Oversees || seat.Room == about.Room;
        if (seat.Room != about.Room || about.Waiting) return false;
        return about.IsHost || guestsSeeGuests;
    }

    private byte[] Host => host ??= SseText.Event(name, HostPayload);

    private byte[] Guest => guest ??= SseText.Event(name, Payload(forHost: false));

    private byte[] HostPayload => hostPayload ??= Payload(forHost: true);

    private byte[] Payload(bool forHost) => name is "participant_delete"
        ? SseText.Json(new DeletedBody(about.Id.ToString()), WireJson.Default.DeletedBody)
        : SseText.Json(ParticipantBody.Of(about, forHost), WireJson.Default.ParticipantBody);
}
