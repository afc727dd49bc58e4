using System.Text.Json;
using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;

namespace Plenum.Server.Management.Pages;

/// <summary>One line of a meeting's story as people read it.</summary>
public sealed record StoryLine(DateTimeOffset At, string What, string By);

/// <summary>Tells a meeting's log in sentences. Names are those that people joined with; an event without a sentence is named.</summary>
internal sealed class StorySentences
{
    private readonly Dictionary<ParticipantId, string> names = [];
    private readonly Dictionary<RoomId, string> rooms = [];

    public static IReadOnlyList<StoryLine> Of(IEnumerable<LogEntry> entries)
    {
        var story = new StorySentences();
        return [.. entries.Select(story.Line)];
    }

    private StoryLine Line(LogEntry entry)
    {
        var happened = EventRecord.Read(entry);
        if (happened is ParticipantJoined joined) names[joined.Participant.Id] = joined.Participant.Name;
        if (happened is BreakoutOpened opened) rooms[opened.Room] = opened.Breakout.Name;
        var sentence = Sentence(happened);
        return new StoryLine(entry.At, sentence, By(entry.Cause, sentence));
    }

    private string Sentence(ConferenceEvent happened) => happened switch
    {
        MeetingBegan => "The meeting began",
        MeetingStarted => "The conference was started for the guests",
        MeetingEnded => "The meeting ended",
        HostsGone gone => gone.Gone ? "The last host left" : "A host is in again",
        ParticipantJoined joined => joined.Participant switch
        {
            { Waiting: true } => $"{joined.Participant.Name} waits to be let in{Proven(joined.Participant)}",
            { Connecting: true } => $"{joined.Participant.Name} is being called",
            _ => $"{joined.Participant.Name} joined as {(joined.Participant.Role == Role.Host ? "host" : "guest")}{Proven(joined.Participant)}",
        },
        ParticipantAdmitted admitted => $"{Name(admitted.Id)} was let in",
        DialAnswered answered => $"{Name(answered.Id)} answered the call",
        ParticipantLeft left => left.Reason.Length == 0 ? $"{Name(left.Id)} left" : $"{Name(left.Id)} left: {left.Reason}",
        ParticipantMoved moved => $"{Name(moved.Id)} went to {Room(moved.To)}",
        TransferOffered offered => $"{Name(offered.Id)} was transferred",
        RoleChanged changed => $"{Name(changed.Id)} became {(changed.Role == Role.Host ? "host" : "guest")}",
        ParticipantMuted muted => $"{Name(muted.Id)} was {(muted.Muted ? "muted" : "unmuted")}",
        ClientMuted muted => $"{Name(muted.Id)} turned the microphone {(muted.Muted ? "off" : "on")}",
        VideoMuted muted => $"{Name(muted.Id)}'s camera was turned {(muted.Muted ? "off" : "on")}",
        GuestsMuted muted => muted.Muted ? "All guests were muted" : "The guests may be heard again",
        GuestsMayUnmute may => may.Allowed ? "Guests may unmute themselves" : "Guests may no longer unmute themselves",
        GuestsMayPresent may => may.Allowed ? "Guests may present" : "Guests may no longer present",
        HandRaised hand => $"{Name(hand.Id)} {(hand.Up ? "raised" : "lowered")} a hand",
        Spotlit lit => $"{Name(lit.Id)} is {(lit.On ? "in the spotlight" : "no longer in the spotlight")}",
        RoomLocked locked => locked.Locked ? "The conference was locked" : "The conference was unlocked",
        ChatEnabled chat => chat.On ? "Chat was turned on" : "Chat was turned off",
        MessageSent sent => sent.To is { } to ? $"{Name(sent.From)} wrote to {Name(to)}" : $"{Name(sent.From)} wrote to everybody",
        FloorTaken taken => $"{Name(taken.Id)} began to present",
        FloorReleased released => $"{Name(released.Id)} stopped presenting",
        BreakoutOpened opened => $"The breakout room {opened.Breakout.Name} was opened",
        BreakoutClosed closed => $"The breakout room {Room(closed.Room)} was closed",
        HostAskedFor { By: { } by } asked => asked.On ? $"{Name(by)} asked for help in {Room(asked.Room)}" : $"{Name(by)} needs no help any more",
        OverlayTextChanged changed => changed.Text.Length == 0 ? $"{Name(changed.Id)} has the own name again" : $"{Name(changed.Id)} is shown as {changed.Text}",
        _ => Spaced(happened.GetType().Name),
    };

    /// <summary>Whoever caused it, unless the sentence is about them already.</summary>
    private string By(string cause, string sentence)
    {
        using var read = JsonDocument.Parse(cause);
        var who = read.RootElement;
        var plugin = who.TryGetProperty("claimedCause", out var claimed) ? $"through {claimed.GetString()?.Replace("plugin/", "", StringComparison.Ordinal)}" : "";
        if (who.TryGetProperty("administrator", out var administrator)) return $"by {administrator.GetString()} (administrator)";
        if (!who.TryGetProperty("participant", out var participant) || !Guid.TryParse(participant.GetString(), out var id)) return plugin;
        var by = names.GetValueOrDefault(new ParticipantId(id));
        return by is null || sentence.StartsWith(by, StringComparison.Ordinal) ? plugin : $"by {by} {plugin}".TrimEnd();
    }

    private static string Proven(Participant participant) => participant.Account is { Length: > 0 } account ? $", signed in as {account}" : "";

    private string Name(ParticipantId id) => names.GetValueOrDefault(id, "Somebody");

    private string Room(RoomId room) => room.IsMain ? "the main room" : rooms.GetValueOrDefault(room, "a breakout room");

    private static string Spaced(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
