using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>The three lines that a roster consists of.</summary>
internal static class RosterFrames
{
    public static RosterFrame Create(Conference conference, Participant about, ParticipantId? except = null) =>
        new("participant_create", about, conference.GuestsSeeGuests(about.Room)) { Except = except };

    public static RosterFrame Update(Conference conference, Participant about) =>
        new("participant_update", about, conference.GuestsSeeGuests(about.Room))
        {
            Supersedes = $"update {about.Id}",
            OwnAlsoIn = about.OverseesBreakouts ? [.. conference.Rooms.Keys.Where(room => !room.IsMain)] : [],
        };

    public static RosterFrame Delete(Conference conference, Participant about, ParticipantId? except = null) =>
        new("participant_delete", about, conference.GuestsSeeGuests(about.Room)) { Except = except };
}

/// <summary>The same line, for guests alone: hosts knew already.</summary>
internal sealed class GuestsOnly(Frame frame, ParticipantId except) : Frame
{
    public override void WriteTo(IEventSink sink, Seat seat)
    {
        if (!seat.Host && seat.Id != except) frame.WriteTo(sink, seat);
    }
}
