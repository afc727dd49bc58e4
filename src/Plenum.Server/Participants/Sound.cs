using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>A host sets somebody aside, or takes them back.</summary>
public sealed record Hold(bool On) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].OnHold != On, new PutOnHold(Subject.Value, On));
}

public sealed record PutOnHold(ParticipantId Id, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { OnHold = On });
}

/// <summary>A host stops the sound that goes to somebody.</summary>
public sealed record MuteTransmission(bool On) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].TransmitMuted != On, new TransmissionMuted(Subject.Value, On));
}

public sealed record TransmissionMuted(ParticipantId Id, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { TransmitMuted = On });
}

/// <summary>Sound as it is, without noise reduction.</summary>
public sealed record UseStudioSound(bool On) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].StudioSound != On, new StudioSoundUsed(Subject.Value, On));
}

public sealed record StudioSoundUsed(ParticipantId Id, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { StudioSound = On });
}

/// <summary>Which audio mixes somebody is heard in and hears.</summary>
public sealed record ChooseAudioMixes(IReadOnlyList<AudioMixSend>? Sends, string? Receives) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var now = conference.Participants[Subject!.Value].AudioMixes;
        return Decision.Of(new AudioMixesChosen(Subject.Value, new AudioMixes(Sends ?? now.Sends, Receives ?? now.Receives)));
    }
}

public sealed record AudioMixesChosen(ParticipantId Id, AudioMixes Mixes) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { AudioMixes = Mixes });
}

/// <summary>Whom somebody is drawn together with.</summary>
public sealed record JoinLayoutGroup(string Group) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].LayoutGroup != Group, new LayoutGroupJoined(Subject.Value, Group));
}

public sealed record LayoutGroupJoined(ParticipantId Id, string Group) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { LayoutGroup = Group });
}
