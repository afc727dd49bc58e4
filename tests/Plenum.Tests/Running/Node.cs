using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Tests.Running;

/// <summary>What of a server keeps conferences, without its doors, on a clock that the test moves. A second one takes over.</summary>
internal sealed class Node
{
    public Node(Database database, ManualClock clock)
    {
        var presence = new PresenceBook(database.Presences(clock), "this");
        var around = new Surroundings(
            database.Log(clock),
            presence,
            new Teller(new TokenMint(new ServerKey(new byte[32]), clock)),
            new EveryLeg([]),
            _ => new ConferenceTerms(),
            clock,
            new ConferenceMeter(),
            NullLogger<LiveConference>.Instance);
        Conferences = new LiveConferences(around);
        Caretaker = new Caretaker(Conferences, around, presence, around.Log, NullLogger<Caretaker>.Instance);
    }

    public LiveConferences Conferences { get; }

    public Caretaker Caretaker { get; }
}
