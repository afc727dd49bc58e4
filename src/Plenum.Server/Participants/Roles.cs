using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>A host makes somebody a host or a guest, with whatever that brings: who may come in, who may present.</summary>
public sealed record ChangeRole(Role Role) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var participant = conference.Participants[Subject!.Value];
        if (participant.Role == Role) return Decision.Nothing;
        List<ConferenceEvent> events = [new RoleChanged(participant.Id, Role)];
        if (Role is Role.Guest && participant.Presenting && !conference.Rooms[participant.Room].GuestsCanPresent)
        {
            events.Add(new Calls.FloorReleased(participant.Room, participant.Id));
        }

        return Decision.Of(conference.Settle(events, circumstances));
    }
}

public sealed record RoleChanged(ParticipantId Id, Role Role) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { Role = Role });
}

/// <summary>The name under a picture.</summary>
public sealed record SetOverlayText(string Text) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].OverlayText != Text, new OverlayTextChanged(Subject.Value, Text));
}

public sealed record OverlayTextChanged(ParticipantId Id, string Text) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { OverlayText = Text });
}
