using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

/// <summary>Streams into a conference, told of each step as a node tells them.</summary>
internal sealed class Onlookers(Gathering meeting)
{
    private readonly Teller teller = new(new PaperTickets());
    private readonly RosterLines lines = new();
    private readonly Dictionary<ParticipantId, Onlooker> open = [];
    private int told;

    /// <summary>How many steps a reader is behind before it reads; none for one that keeps up.</summary>
    public int Patience { get; init; }

    public IEnumerable<ParticipantId> Watching => open.Keys;

    public Screen this[ParticipantId id] => open[id].Screen;

    public Screen Opens(ParticipantId id)
    {
        CatchUp();
        var onlooker = new Onlooker(Seat.Of(meeting[id]));
        Sync.Write(meeting.Conference, onlooker.Seat, lines, onlooker.Screen);
        open[id] = onlooker;
        return onlooker.Screen;
    }

    /// <summary>Tells everybody of what has happened since the last time.</summary>
    public void CatchUp()
    {
        for (; told < meeting.Steps.Count; told++)
        {
            var telling = teller.Tell(meeting.Steps[told]);
            foreach (var onlooker in open.Values)
            {
                onlooker.Seat = telling.WriteTo(onlooker.Queue, onlooker.Seat, lines);
                if (Patience == 0 || told % Patience == 0) onlooker.Read();
            }

            foreach (var ending in telling.Endings) open.Remove(ending.Id);
            if (meeting.Steps[told].Happened is ParticipantLeft left) lines.Forget(left.Id);
        }
    }

    /// <summary>Each of them shows what a newcomer in the same place would be shown.</summary>
    public void SeeWhatIsThere()
    {
        CatchUp();
        foreach (var (id, onlooker) in open)
        {
            onlooker.Read();
            Assert.Equal(Screen.Fresh(meeting, id), onlooker.Screen.ToString());
        }
    }

    /// <summary>One reader, with what waits for it.</summary>
    private sealed class Onlooker(Seat seat)
    {
        public Seat Seat { get; set; } = seat;

        public Screen Screen { get; } = new();

        public Waiting Queue { get; } = new();

        public void Read()
        {
            List<byte[]> texts = [];
            Queue.Backlog.MoveTo(texts);
            foreach (var text in texts) Screen.Write(text, null);
        }
    }

    private sealed class Waiting : IEventSink
    {
        public Backlog Backlog { get; } = new();

        public void Write(byte[] text, string? supersedes) => Backlog.Add(text, supersedes);
    }
}
