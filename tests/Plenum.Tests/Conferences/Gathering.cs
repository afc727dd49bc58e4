using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

/// <summary>
/// A conference with a clock that a test moves and ids that repeat from run to run. After every step the rules that always
/// hold are looked at, so each sentence tests them as well.
/// </summary>
internal sealed class Gathering(ConferenceTerms terms)
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private int ids;

    public ConferenceTerms Terms { get; set; } = terms;

    public Conference Conference { get; private set; } = new(new ConferenceId(Numbered(0xC0)));

    public DateTimeOffset Now { get; private set; } = Noon;

    public List<Step> Steps { get; } = [];

    public List<LogEntry> Log { get; } = [];

    public Room Main => Conference.Main;

    public Meeting? Meeting => Conference.Meeting;

    public bool Running => Conference.Meeting is not null;

    public Participant this[ParticipantId id] => Conference.Participants[id];

    public Room this[RoomId id] => Conference.Rooms[id];

    /// <summary>No PIN: everybody is a host.</summary>
    public static Gathering Open() => new(new ConferenceTerms());

    /// <summary>A host PIN, and guests without one.</summary>
    public static Gathering WithHostPin() => new(new ConferenceTerms { HasHostPin = true });

    public static Guid Numbered(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public ParticipantId NextId() => new(Numbered(++ids));

    public RoomId NextRoom() => new(Numbered(0x10000 + ++ids));

    public Newcomer Newcomer(string name, Role role) => new(NextId(), name, role) { LocalAlias = "meet" };

    public ParticipantId Joins(string name, Role role = Role.Host)
    {
        var newcomer = Newcomer(name, role);
        Comes(newcomer);
        return newcomer.Id;
    }

    /// <summary>A host whose client shows breakouts beside the main room.</summary>
    public ParticipantId Oversees(string name, bool follows = false)
    {
        var newcomer = Newcomer(name, Role.Host) with { UnderstandsBreakouts = true, FollowsRooms = follows };
        Comes(newcomer);
        return newcomer.Id;
    }

    public void Comes(Newcomer newcomer) => Accepted(new Join(newcomer), Actor.Of(newcomer.Id));

    public void Leaves(ParticipantId who, string reason = Reasons.Left) =>
        Accepted(new Leave(reason) { Subject = who }, Actor.Of(who));

    /// <summary>Does what is allowed, and says what happened.</summary>
    public IReadOnlyList<ConferenceEvent> Does(ParticipantId who, Command command) => Accepted(command, Actor.Of(who)).Events;

    public IReadOnlyList<ConferenceEvent> AdministratorDoes(Command command) =>
        Accepted(command, Actor.OfAdministrator("admin")).Events;

    public IReadOnlyList<ConferenceEvent> LineDoes(Command command) => Accepted(command, Actor.Clock).Events;

    /// <summary>Asks for what is refused, and says why.</summary>
    public Refusal IsRefused(ParticipantId who, Command command) =>
        Assert.IsType<Decision.Refuse>(Decide(command, Actor.Of(who))).Refusal;

    /// <summary>Time goes by, and what time brings about happens.</summary>
    public IReadOnlyList<ConferenceEvent> Passes(TimeSpan time)
    {
        Now += time;
        return Accepted(new PassTime(), Actor.Clock).Events;
    }

    public bool Has(ParticipantId id) => Conference.Participants.ContainsKey(id);

    /// <summary>Decides and, where it is a yes, lets it happen.</summary>
    public Decision Decide(Command command, Actor by)
    {
        var decision = Conference.Decide(command, by, new Circumstances(Now, Terms, Numbered(0x20000 + ++ids)));
        if (decision is not Decision.Accepted accepted) return decision;
        foreach (var happened in accepted.Events)
        {
            var before = Conference;
            Conference = before.Apply(happened, Now);
            var text = happened is Server.Chat.MessageSent ? accepted.Text : null;
            Steps.Add(new Step(before, happened, Conference, text));
            Log.Add(EventRecord.Write(happened, Conference.Version, Now, by, text));
        }

        Always.True(Conference, Terms);
        return decision;
    }

    private Decision.Accepted Accepted(Command command, Actor by) => Assert.IsType<Decision.Accepted>(Decide(command, by));
}
