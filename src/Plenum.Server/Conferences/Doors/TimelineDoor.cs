using System.Text.Json.Nodes;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Conferences.Doors;

/// <summary>A meeting's timeline is a read of its log: what happened, when, and by whom. It holds no chat text.</summary>
internal sealed class TimelineDoor(ConferenceLog log)
{
    public const int MostEntries = 2000;

    /// <summary>What the caller could have seen of the running meeting: hosts alone, since it tells of who waited and of breakouts.</summary>
    public async Task Read(Knock knock)
    {
        if (ReadDoors.Me(knock) is not { IsHost: true, Waiting: false })
        {
            await Answers.No(knock.Context, Refusal.InvalidRole);
            return;
        }

        var lines = await Of(ReadDoors.Now(knock), knock.Context.RequestAborted);
        await Answers.Raw(knock.Context, System.Text.Encoding.UTF8.GetBytes(WithoutAccounts(lines).ToJsonString()));
    }

    /// <summary>The newest meeting that the log still has, oldest entry first.</summary>
    public async Task<JsonArray> Of(Conference conference, CancellationToken cancellation)
    {
        var entries = await log.Read(conference.Id, Math.Max(0, conference.Version - MostEntries), cancellation);
        var began = entries.Select((entry, index) => (entry, index)).LastOrDefault(pair => pair.entry.Kind is nameof(MeetingBegan)).index;
        return new JsonArray([.. entries.Skip(began).Select(Line)]);
    }

    /// <summary>What the organisation calls people is for administrators.</summary>
    private static JsonArray WithoutAccounts(JsonArray lines)
    {
        foreach (var line in lines) (line!["details"]?["participant"] as JsonObject)?.Remove("account");
        return lines;
    }

    public static JsonNode Line(LogEntry entry) => new JsonObject
    {
        ["version"] = entry.Version,
        ["at"] = entry.At.ToString("O"),
        ["event"] = entry.Kind,
        ["details"] = JsonNode.Parse(entry.Body),
        ["cause"] = JsonNode.Parse(entry.Cause),
    };
}
