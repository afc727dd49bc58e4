using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

/// <summary>A reader whose connection breaks after every look, and who goes on from the step that it saw last.</summary>
internal sealed class Returning(Gathering meeting, ParticipantId id)
{
    private readonly Teller teller = new(new PaperTickets());
    private readonly RosterLines lines = new();
    private Screen screen = new();
    private long at = -1;

    /// <summary>Whether the missed steps were told; anything doubtful is a full sync.</summary>
    public bool Looks(History history)
    {
        var (head, seat) = (meeting.Conference.Version, Seat.Of(meeting[id]));
        var missed = at < 0 ? null : history.Since(at, head, id);
        at = head;
        if (missed is null)
        {
            screen = new Screen();
            Sync.Write(meeting.Conference, seat, lines, screen);
            return false;
        }

        foreach (var step in missed) seat = teller.Tell(step).WriteTo(screen, seat, lines);
        Assert.Equal(Screen.Fresh(meeting, id), screen.ToString());
        return true;
    }
}
