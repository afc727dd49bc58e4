using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>A hand goes up or down: one's own, or another's at a host's wish.</summary>
public sealed record RaiseHand(bool Up) : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].HandRaisedAt.HasValue != Up, new HandRaised(Subject.Value, Up));
}

/// <summary>All hands of a room go down.</summary>
public sealed record LowerAllHands : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.Of([.. conference.At(At(conference, by).Id)
            .Where(p => p.HandRaisedAt.HasValue)
            .Select(p => new HandRaised(p.Id, Up: false))]);
}

public sealed record HandRaised(ParticipantId Id, bool Up) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Participants[Id] with { HandRaisedAt = Up ? at : null });
}

/// <summary>A host puts somebody in the spotlight; the order is the order in which it was done.</summary>
public sealed record Spotlight(bool On) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.If(conference.Participants[Subject!.Value].SpotlitAt.HasValue != On, new Spotlit(Subject.Value, On));
}

/// <summary>No spotlight in a room.</summary>
public sealed record ClearSpotlights : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.Of([.. conference.At(At(conference, by).Id)
            .Where(p => p.SpotlitAt.HasValue)
            .Select(p => new Spotlit(p.Id, On: false))]);
}

public sealed record Spotlit(ParticipantId Id, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        // Two in one instant still have an order: each later one stands a thousandth of a second behind.
        var last = conference.Participants.Values.Max(p => p.SpotlitAt);
        var since = last is { } before && before >= at ? before.AddMilliseconds(1) : at;
        return conference.With(conference.Participants[Id] with { SpotlitAt = On ? since : null });
    }
}
