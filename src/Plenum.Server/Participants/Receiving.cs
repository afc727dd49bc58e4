using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>Whether a participant may see presentations.</summary>
public sealed record AllowPresentation(bool Allowed) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) => Decision.If(
        conference.Participants[Subject!.Value].ReceivesPresentation != Allowed,
        new PresentationAllowed(Subject.Value, Allowed));
}

public sealed record PresentationAllowed(ParticipantId Id, bool Allowed) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { ReceivesPresentation = Allowed });
}

/// <summary>Whether a participant gets the presentation inside its main picture.</summary>
public sealed record MixPresentation(bool On) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) => Decision.If(
        conference.Participants[Subject!.Value].PresentationInMix != On,
        new PresentationMixed(Subject.Value, On));
}

public sealed record PresentationMixed(ParticipantId Id, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { PresentationInMix = On });
}

/// <summary>Whether a participant wants live captions.</summary>
public sealed record ShowCaptions(bool On) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].ShowsCaptions != On, new CaptionsShown(Subject.Value, On));
}

public sealed record CaptionsShown(ParticipantId Id, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { ShowsCaptions = On });
}

/// <summary>The picture shape that a participant would like.</summary>
public sealed record PreferAspectRatio(double Ratio) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].AspectRatio != Ratio, new AspectRatioPreferred(Subject.Value, Ratio));
}

public sealed record AspectRatioPreferred(ParticipantId Id, double Ratio) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { AspectRatio = Ratio });
}
