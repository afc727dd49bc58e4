using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Breakouts;

/// <summary>A host opens a breakout and may send people there at once.</summary>
public sealed record OpenBreakout(RoomId Id, BreakoutPlan Plan) : Command
{
    public const int MostRooms = 50;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (!circumstances.Terms.BreakoutsAllowed) return Decision.Refused("Disabled");
        if (conference.Meeting is null) return Decision.Refused(Refusal.NotInMeeting);
        if (conference.Rooms.Count > MostRooms) return Decision.Refused("Participant limit reached");
        if (Plan.People.FirstOrDefault(id => !conference.Participants.ContainsKey(id)) is { Value: var missing } && missing != Guid.Empty)
        {
            return Decision.Refused(Refusal.NoSuchParticipant);
        }

        List<ConferenceEvent> events = [new BreakoutOpened(Id, new Breakout(Plan.Name, Plan.Description)
        {
            OpenedAt = circumstances.Now,
            EndsAt = Plan.Duration is { } duration ? circumstances.Now + duration : null,
            EndAction = Plan.EndAction,
            GuestsMayLeave = Plan.GuestsMayLeave,
        })];
        events.AddRange(Moves.To(conference, Plan.People, Id, by));
        return new Decision.Accepted(events) { Answer = Id };
    }
}

/// <summary>What a host wants of a new breakout.</summary>
public sealed record BreakoutPlan(string Name)
{
    public string Description { get; init; } = "";

    public TimeSpan? Duration { get; init; }

    public EndAction EndAction { get; init; } = EndAction.Transfer;

    public bool GuestsMayLeave { get; init; } = true;

    public IReadOnlyList<ParticipantId> People { get; init; } = [];
}

public sealed record BreakoutOpened(RoomId Room, Breakout Breakout) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) => conference.With(new Room(Room)
    {
        Started = true,
        Breakout = Breakout,
        ChatEnabled = conference.Main.ChatEnabled,
        GuestsCanPresent = conference.Main.GuestsCanPresent,
        GuestsCanUnmute = conference.Main.GuestsCanUnmute,
        CaptionsAvailable = conference.Main.CaptionsAvailable,
    });
}
