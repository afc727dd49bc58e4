using System.Text.Json.Nodes;
using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Conferences;

/// <summary>An entry of a conference's log, as listeners are told of it: by six words, with the participant or the conference as the record.</summary>
internal sealed class ConferenceTold(ConferenceDirectory directory, WhoWasThere people)
{
    public static readonly IReadOnlyList<string> Events = ["joined", "left", "waiting", "chat", "hand", "lock", "dial"];

    /// <summary>The runs that an entry causes.</summary>
    public async Task<IReadOnlyList<QueuedRun>> Of(ConferenceId id, LogEntry entry, IReadOnlyList<KeptListener> listeners, CancellationToken cancellation)
    {
        var happened = await Happening(id, entry, cancellation);
        if (happened.Count == 0) return [];
        var listing = directory.Find(id);
        return [.. happened.SelectMany(one => listeners
            .Where(kept => kept.Since <= entry.At && kept.Listener.Events.Contains(one.Name) && (kept.Listener.Conference is not { } alias || listing?.Aliases.Contains(alias, StringComparer.OrdinalIgnoreCase) is true))
            .Select(kept => QueuedRun.Of(kept.Listener, Occasion(id, entry, listing, one), $"{id}\n{entry.Version}\n{one.Name}\n{kept.Listener.Name}", entry.At) with { Place = entry.Version }))];
    }

    private async Task<IReadOnlyList<Happened>> Happening(ConferenceId id, LogEntry entry, CancellationToken cancellation)
    {
        switch (EventRecord.Read(entry))
        {
            case ParticipantJoined { Participant: var participant }:
                people.Came(id, participant);
                return [participant.Connecting ? new("dial", participant, new JsonObject { ["state"] = "connecting", ["destination"] = participant.Uri }) : new(participant.Waiting ? "waiting" : "joined", participant)];
            case ParticipantAdmitted admitted:
                return await people.Find(id, entry.Version, admitted.Id, cancellation) is { } let ? [new("joined", people.Came(id, let with { Waiting = false }))] : [];
            case DialAnswered answered:
                return await people.Find(id, entry.Version, answered.Id, cancellation) is { } called
                    ? [new("dial", people.Came(id, answered.Came ?? called with { Connecting = false }), new JsonObject { ["state"] = "answered", ["destination"] = called.Uri }), new("joined", answered.Came ?? called)]
                    : [];
            case ParticipantLeft left:
                return Left(await people.Find(id, entry.Version, left.Id, cancellation), left.Reason);
            case MessageSent said:
                var to = new JsonObject { ["text"] = entry.Text, ["type"] = said.Type, ["to"] = said.To is { } one ? $"{one}" : null, ["breakout"] = said.Room.IsMain ? null : $"{said.Room}" };
                return [new("chat", await people.Find(id, entry.Version, said.From, cancellation), to)];
            case HandRaised hand:
                return [new("hand", await people.Find(id, entry.Version, hand.Id, cancellation), new JsonObject { ["raised"] = hand.Up })];
            case RoomLocked locked:
                return [new("lock", null, new JsonObject { ["locked"] = locked.Locked, ["breakout"] = locked.Room.IsMain ? null : $"{locked.Room}" })];
            default:
                return [];
        }
    }

    private static IReadOnlyList<Happened> Left(Participant? gone, string reason)
    {
        var why = new JsonObject { ["reason"] = reason };
        if (gone is not { DialledOut: true }) return [new("left", gone, why)];
        var call = new Happened("dial", gone, new JsonObject { ["state"] = gone.Connecting ? "failed" : "ended", ["reason"] = reason, ["destination"] = gone.Uri });
        return gone.Connecting ? [call] : [call, new("left", gone, why)];
    }

    private static Occasion Occasion(ConferenceId id, LogEntry entry, Listing? listing, Happened one)
    {
        var alias = listing?.Aliases is [var first, ..] ? first : $"{id}";
        var participant = one.Who is { } who ? Told(who, alias) : null;
        var happened = new JsonObject { ["type"] = "CONFERENCE", ["date"] = entry.At.ToUnixTimeMilliseconds(), ["conference"] = alias, ["event"] = one.Name, ["data"] = one.More?.DeepClone() ?? new JsonObject() };
        if (participant is not null) happened["participant"] = participant.DeepClone();
        var record = participant ?? new JsonObject { ["id"] = $"{id}", ["label"] = listing?.Name ?? alias, ["name"] = listing?.Name ?? alias, ["alias"] = alias };
        return new Occasion("conference", happened, record, one.Who is { } by ? new Person($"{by.Id}", by.Name, by.Account) : null, Conference: alias);
    }

    private static JsonObject Told(Participant who, string alias) => new()
    {
        ["id"] = $"{who.Id}",
        ["label"] = who.Name,
        ["name"] = who.Name,
        ["email"] = who.Account,
        ["role"] = who.Role is Role.Host ? "host" : "guest",
        ["waiting"] = who.Waiting,
        ["destination"] = who.DialledOut ? who.Uri : null,
        ["callTag"] = who.CallTag,
        ["conference"] = alias,
    };

    private sealed record Happened(string Name, Participant? Who, JsonObject? More = null);
}
