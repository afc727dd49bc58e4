using System.Text.Json.Serialization;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Chat;

/// <summary>A message to a room, or to one participant where a subject is named. Its text never enters the log.</summary>
public sealed record SendMessage(string Type, string Text) : Command
{
    public const int LongestText = 32 * 1024;

    public override Right Right => Right.Inside;

    /// <summary>People's words need chat to be on; what plugins tell each other does not.</summary>
    private bool IsSpeech => !Type.StartsWith("application/", StringComparison.OrdinalIgnoreCase);

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (Text.Length > LongestText) return Decision.Refused(Refusal.BadRequest("The message is too long"));
        var room = At(conference, by);
        if (IsSpeech && !room.ChatEnabled) return Decision.Refused(Refusal.ChatDisabled);
        if (MessageSent.Sender(by) is not { } from) return Decision.Refused(Refusal.InvalidRole);
        if (Subject is { } to && conference.Participants[to].Waiting) return Decision.Refused(Refusal.NotInMeeting);
        return new Decision.Accepted([new MessageSent(room.Id, from, Subject, Type) { Origin = by.Administrator }]) { Text = Text };
    }
}

/// <summary>A host speaks to every breakout at once.</summary>
public sealed record MessageBreakouts(string Type, string Text) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (Text.Length > SendMessage.LongestText) return Decision.Refused(Refusal.BadRequest("The message is too long"));
        if (MessageSent.Sender(by) is not { } from) return Decision.Refused(Refusal.InvalidRole);
        var sent = conference.Rooms.Keys.Where(room => !room.IsMain).Select(room => new MessageSent(room, from, null, Type) { Origin = by.Administrator });
        return new Decision.Accepted([.. sent]) { Text = Text };
    }
}

/// <summary>That somebody said something, to whom; what was said is in the side table.</summary>
public sealed record MessageSent(RoomId Room, ParticipantId From, ParticipantId? To, string Type) : ConferenceEvent
{
    /// <summary>Who speaks without being a participant, such as a script; null for participants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Origin { get; init; }

    /// <summary>Nobody's id for whoever is no participant; null where nobody may speak, as for the clock.</summary>
    public static ParticipantId? Sender(Actor by) => by.Participant ?? (by.Administrator is not null ? new ParticipantId(Guid.Empty) : null);

    public override Conference Apply(Conference conference, DateTimeOffset at) => conference;
}
