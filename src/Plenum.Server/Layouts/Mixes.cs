using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Layouts;

/// <summary>A picture of one's own: anybody may have <c>main.!personal</c>, hosts may make others.</summary>
public sealed record CreateMix(string Name) : Command
{
    public override Right Right => Right.Inside;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (MixNames.Refuse(conference, by, Name) is { } refusal) return Decision.Refused(refusal);
        var room = At(conference, by);
        var name = MixNames.For(by, Name);
        return Decision.If(!room.Mixes.ContainsKey(name), new MixConfigured(room.Id, name, "", by.Participant));
    }
}

/// <summary>What a mix looks like.</summary>
public sealed record ConfigureMix(string Name, string Layout) : Command
{
    public override Right Right => Right.Inside;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (MixNames.Refuse(conference, by, Name) is { } refusal) return Decision.Refused(refusal);
        if (Layout.Length > 0 && !LayoutNames.Exists(Layout)) return Decision.Refused(Refusal.BadRequest($"There is no layout {Layout}"));
        var room = At(conference, by);
        var name = MixNames.For(by, Name);
        return Decision.If(room.Mixes.GetValueOrDefault(name) != Layout, new MixConfigured(room.Id, name, Layout, by.Participant));
    }
}

/// <summary>Back to the common picture.</summary>
public sealed record DeleteMix(string Name) : Command
{
    public override Right Right => Right.Inside;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (MixNames.Refuse(conference, by, Name) is { } refusal) return Decision.Refused(refusal);
        var room = At(conference, by);
        var name = MixNames.For(by, Name);
        return Decision.If(room.Mixes.ContainsKey(name), new MixDeleted(room.Id, name));
    }
}

/// <summary>The mix is there, looks so, and its maker receives it when it is personal.</summary>
public sealed record MixConfigured(RoomId Room, string Name, string Layout, ParticipantId? By) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var room = conference.Rooms[Room];
        var with = conference.With(room with { Mixes = room.Mixes.SetItem(Name, Layout) });
        return MixNames.IsPersonal(Name) && By is { } id && with.Participants.TryGetValue(id, out var participant)
            ? with.With(participant with { VideoMix = Name })
            : with;
    }
}

public sealed record MixDeleted(RoomId Room, string Name) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var room = conference.Rooms[Room];
        var without = conference.With(room with { Mixes = room.Mixes.Remove(Name) });
        return without.Participants.Values
            .Where(participant => participant.VideoMix == Name)
            .Aggregate(without, (all, participant) => all.With(participant with { VideoMix = "main" }));
    }
}

internal static class MixNames
{
    private const string Personal = "main.!personal";

    public static bool IsPersonal(string name) => name.StartsWith(Personal, StringComparison.Ordinal);

    /// <summary>The personal mix has one name on the wire and one per participant here.</summary>
    public static string For(Actor by, string name) => name == Personal && by.Participant is { } id ? PersonalOf(id) : name;

    public static string PersonalOf(ParticipantId id) => $"{Personal}.{id}";

    public static string OnTheWire(string name) => IsPersonal(name) ? Personal : name;

    public static Refusal? Refuse(Conference conference, Actor by, string name)
    {
        if (name.Length is 0 or > 100) return Refusal.BadRequest("mix_name must have 1 to 100 characters");
        var host = by.Participant is not { } id || conference.Participants[id].IsHost;
        return host || name == Personal ? null : Refusal.InvalidRole;
    }
}
