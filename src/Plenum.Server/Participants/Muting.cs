using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>Silence on the server. A guest whom a host silenced stays so, unless guests may unmute themselves.</summary>
public sealed record Mute(bool On) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var participant = conference.Participants[Subject!.Value];
        var asker = by.Participant is { } id ? conference.Participants[id] : null;
        var byHost = asker is null || asker.IsHost;
        if (!On && !byHost && participant.MutedByHost && !conference.Rooms[participant.Room].GuestsCanUnmute)
        {
            return Decision.Refused(Refusal.InvalidRole);
        }

        // Who is silent already may still come to be silenced by a host; who was, cannot make it their own silence.
        var silenced = On && ((byHost && asker?.Id != participant.Id) || participant.MutedByHost);
        return Decision.If(
            participant.Muted != On || participant.MutedByHost != silenced,
            new ParticipantMuted(participant.Id, On, silenced));
    }
}

public sealed record ParticipantMuted(ParticipantId Id, bool Muted, bool ByHost) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { Muted = Muted, MutedByHost = ByHost });
}

/// <summary>All guests of a room are silenced or may be heard again.</summary>
public sealed record MuteGuests(bool On) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        List<ConferenceEvent> events = [];
        if (room.GuestsMuted != On) events.Add(new GuestsMuted(room.Id, On));
        events.AddRange(conference.In(room.Id)
            .Where(p => !p.IsHost && (p.Muted != On || p.MutedByHost != On))
            .Select(p => new ParticipantMuted(p.Id, On, On)));
        return Decision.Of(events);
    }
}

public sealed record GuestsMuted(RoomId Room, bool Muted) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { GuestsMuted = Muted });
}

/// <summary>What a client says of its own microphone.</summary>
public sealed record ClientMute(bool On) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].ClientMuted != On, new ClientMuted(Subject.Value, On));
}

public sealed record ClientMuted(ParticipantId Id, bool Muted) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { ClientMuted = Muted });
}

/// <summary>A camera off or on.</summary>
public sealed record MuteVideo(bool On) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].VideoMuted != On, new VideoMuted(Subject.Value, On));
}

public sealed record VideoMuted(ParticipantId Id, bool Muted) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { VideoMuted = Muted });
}
