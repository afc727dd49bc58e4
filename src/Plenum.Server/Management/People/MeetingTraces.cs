using System.Text.Json.Nodes;
using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;

namespace Plenum.Server.Management.People;

/// <summary>What one conference's log still has of somebody: when they were there, what they did, what they wrote and were written.</summary>
internal sealed class MeetingTraces(ConferenceDirectory directory, LiveConferences live)
{
    public async Task<Traces> Add(Traces traces, PersonName person, ConferenceId conference, IReadOnlySet<string> ids, IReadOnlyList<LogEntry> entries)
    {
        var name = directory.Find(conference)?.Name ?? $"{conference}";
        var there = (await live.Get(conference)).Now.Participants;
        bool Theirs(ParticipantId? id) => id is { } one && ids.Contains($"{one}");
        var (came, told, chat, direct) = (traces.Meetings.ToList(), traces.Timeline.ToList(), traces.Chat.ToList(), traces.DirectMessages.ToList());
        foreach (var entry in entries)
        {
            var happened = EventRecord.Read(entry);
            if (Arrived(happened) is { } who && Theirs(who.Id))
                came.Add(new Appearance(conference.Value, name, entry.At, who.Id.Value, $"{who.Role}", who.Name, who.Uri, who.Vendor, who.Account) { Now = there.ContainsKey(who.Id) });
            if (happened is MessageSent { To: null } line && entry.Text is { } text && Theirs(line.From)) chat.Add(new ChatTrace(conference.Value, entry.Version, entry.At, true, text));
            if (happened is MessageSent { To: { } to } letter && entry.Text is { } words && (Theirs(letter.From) || Theirs(to)))
                direct.Add(new ChatTrace(conference.Value, entry.Version, entry.At, Theirs(letter.From), words));
            if (TellsOf(entry, person, ids)) told.Add(new TimelineTrace(conference.Value, entry.Version, entry.At, entry.Kind, JsonNode.Parse(entry.Body)));
        }

        return traces with { Meetings = came, Timeline = told, Chat = chat, DirectMessages = direct };
    }

    private static Participant? Arrived(ConferenceEvent happened) => happened switch
    {
        ParticipantJoined joined => joined.Participant,
        DialAnswered { Came: { } came } => came,
        _ => null,
    };

    private static bool TellsOf(LogEntry entry, PersonName person, IReadOnlySet<string> ids) =>
        ids.Any(id => entry.Body.Contains(id, StringComparison.Ordinal) || entry.Cause.Contains(id, StringComparison.Ordinal)) || new Unnaming(person, ids).Of(entry) is not null;
}
