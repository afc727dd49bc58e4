namespace Plenum.Server.Conferences;

/// <summary>A line for everybody's picture; an empty one takes it away.</summary>
public sealed record SetMessageText(string Text) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        return Decision.If(room.MessageText.Text != Text, new MessageTextSet(room.Id, Text));
    }
}

public sealed record MessageTextSet(RoomId Room, string Text) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) => conference.With(
        conference.Rooms[Room] with { MessageText = Text.Length == 0 ? MessageText.None : new MessageText(Text, at) });
}

/// <summary>How secret the meeting is.</summary>
public sealed record Classify(int Level) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (!circumstances.Terms.ClassificationLevels.ContainsKey($"{Level}"))
        {
            return Decision.Refused(Refusal.BadRequest("There is no such classification level"));
        }

        var room = At(conference, by);
        return Decision.If(room.Classification != Level, new Classified(room.Id, Level));
    }
}

public sealed record Classified(RoomId Room, int Level) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { Classification = Level });
}

/// <summary>Which arrangement of fixed places the picture follows.</summary>
public sealed record Pin(string Arrangement) : Command
{
    /// <summary>The arrangements on offer; empty text is none.</summary>
    public static readonly IReadOnlyList<string> Arrangements = ["", "hosts_first", "presenter_first"];

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (!Arrangements.Contains(Arrangement)) return Decision.Refused(Refusal.BadRequest("There is no such pinning configuration"));
        var room = At(conference, by);
        return Decision.If(room.Pinning != Arrangement, new Pinned(room.Id, Arrangement));
    }
}

public sealed record Pinned(RoomId Room, string Arrangement) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { Pinning = Arrangement });
}

/// <summary>A clock for everybody's picture.</summary>
public sealed record SetClock(Clock Clock) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        return Decision.If(room.Clock != Clock, new ClockSet(room.Id, Clock));
    }
}

public sealed record ClockSet(RoomId Room, Clock Clock) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { Clock = Clock });
}
