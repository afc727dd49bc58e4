using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

/// <summary>Streams into a conference, told of each step as a node tells them.</summary>
internal sealed class Onlookers(Gathering meeting)
{
    private readonly Teller teller = new(new PaperTickets());
    private readonly RosterLines lines = new();
    private readonly Dictionary<ParticipantId, (Seat Seat, Screen Screen)> open = [];
    private int told;

    public IEnumerable<ParticipantId> Watching => open.Keys;

    public Screen this[ParticipantId id] => open[id].Screen;

    public Screen Opens(ParticipantId id)
    {
        CatchUp();
        var (seat, screen) = (Seat.Of(meeting[id]), new Screen());
        Sync.Write(meeting.Conference, seat, lines, screen);
        open[id] = (seat, screen);
        return screen;
    }

    /// <summary>Tells everybody of what has happened since the last time.</summary>
    public void CatchUp()
    {
        for (; told < meeting.Steps.Count; told++)
        {
            var telling = teller.Tell(meeting.Steps[told]);
            foreach (var (id, (seat, screen)) in open) open[id] = (telling.WriteTo(screen, seat, lines), screen);
            foreach (var ending in telling.Endings) open.Remove(ending.Id);
            if (meeting.Steps[told].Happened is ParticipantLeft left) lines.Forget(left.Id);
        }
    }

    /// <summary>Each of them shows what a newcomer in the same place would be shown.</summary>
    public void SeeWhatIsThere()
    {
        CatchUp();
        foreach (var (id, (_, screen)) in open)
        {
            var fresh = new Screen();
            Sync.Write(meeting.Conference, Seat.Of(meeting[id]), new RosterLines(), fresh);
            Assert.Equal(fresh.ToString(), screen.ToString());
        }
    }

    private sealed class PaperTickets : ITicketOffice
    {
        public string Mint(Conference at, ParticipantId who, Destination to, RoomId room) => $"{to.Ticket}@{room}";
    }
}
