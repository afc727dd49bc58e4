using System.Text;
using System.Text.Json.Nodes;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

/// <summary>
/// What an official client shows after the events it was told: a roster, a status, a presentation, and the breakouts beside
/// it. It drops updates of people it does not know, and replaces its roster when a sync ends.
/// </summary>
internal sealed class Screen : IEventSink
{
    private readonly SortedDictionary<string, Screen> breakouts = [];
    private SortedDictionary<string, string> roster = [];
    private SortedDictionary<string, string>? syncing;
    private string status = "";
    private string layout = "";
    private string presenter = "";

    /// <summary>Everything that it heard, for tests that ask about single events.</summary>
    public List<(string Name, string Data)> Heard { get; } = [];

    public IEnumerable<string> Names => Heard.Select(heard => heard.Name);

    public IReadOnlyCollection<string> Roster => roster.Keys;

    public IReadOnlyDictionary<string, Screen> Breakouts => breakouts;

    /// <summary>What somebody who opens a stream now is shown.</summary>
    public static string Fresh(Gathering meeting, ParticipantId id)
    {
        var fresh = new Screen();
        Sync.Write(meeting.Conference, Seat.Of(meeting[id]), new RosterLines(), fresh);
        return fresh.ToString();
    }

    public void Write(byte[] text, string? supersedes)
    {
        var lines = Encoding.UTF8.GetString(text).Split('\n');
        Hear(lines[0]["event: ".Length..], lines[1]["data: ".Length..]);
    }

    public void Forget() => Heard.Clear();

    public override string ToString()
    {
        var all = new StringBuilder($"status {status}\nlayout {layout}\npresenter {presenter}\n");
        foreach (var line in roster.Values) all.Append(line).Append('\n');
        foreach (var (id, room) in breakouts) all.Append($"breakout {id}\n").Append(room);
        return all.ToString();
    }

    private void Hear(string name, string data)
    {
        Heard.Add((name, data));
        var known = syncing ?? roster;
        switch (name)
        {
            case "participant_sync_begin": syncing = []; break;
            case "participant_sync_end": (roster, syncing) = (syncing!, null); break;
            case "participant_create":
                Assert.True(known.TryAdd(Uuid(data), data), $"Somebody is told to have come who was there: {data}");
                break;
            case "participant_update" when known.ContainsKey(Uuid(data)): known[Uuid(data)] = data; break;
            case "participant_delete": known.Remove(Uuid(data)); break;
            case "conference_update": status = data; break;
            case "layout": layout = data; break;
            case "presentation_start": presenter = data; break;
            case "presentation_stop": presenter = ""; break;
            case "breakout_begin": breakouts.TryAdd(Field(data, "breakout_uuid"), new Screen()); break;
            case "breakout_end": Assert.True(breakouts.Remove(Field(data, "breakout_uuid")), "A breakout ended that had not begun."); break;
            case "breakout_event": Inside(JsonNode.Parse(data)!); break;
        }
    }

    private void Inside(JsonNode wrapped)
    {
        var room = (string)wrapped["breakout_uuid"]!;
        Assert.True(breakouts.ContainsKey(room), $"Something is told of a breakout that has not begun: {wrapped}");
        breakouts[room].Hear((string)wrapped["event"]!, wrapped["data"]?.ToJsonString(Plain) ?? "null");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new();

    private static string Uuid(string data) => Field(data, "uuid");

    private static string Field(string data, string name) => (string)JsonNode.Parse(data)![name]!;
}
