using System.Text.Json.Nodes;

namespace Plenum.Server.Management.People;

/// <summary>All that is kept of one person, as it can be shown and handed to them.</summary>
public sealed record Traces
{
    public required string Name { get; init; }

    public IReadOnlyList<Appearance> Meetings { get; init; } = [];

    /// <summary>What the timelines say of them, from joining to leaving.</summary>
    public IReadOnlyList<TimelineTrace> Timeline { get; init; } = [];

    public IReadOnlyList<ChatTrace> Chat { get; init; } = [];

    /// <summary>Those that they wrote and those that were written to them.</summary>
    public IReadOnlyList<ChatTrace> DirectMessages { get; init; } = [];

    public IReadOnlyList<JsonObject> Accounts { get; init; } = [];

    public IReadOnlyList<JsonObject> ApiKeys { get; init; } = [];

    public IReadOnlyList<JsonObject> Registrations { get; init; } = [];

    public IReadOnlyList<Management.AuditLine> Audit { get; init; } = [];

    public IReadOnlyList<Plugins.PluginFaultBody> PluginFaults { get; init; } = [];

    /// <summary>Conferences that are called after them. These stay; whoever made them can rename them.</summary>
    public IReadOnlyList<string> Conferences { get; init; } = [];

    /// <summary>How much there is of each kind, in words that pages, API and audit share.</summary>
    public IReadOnlyDictionary<string, int> Counts() => new Dictionary<string, int>
    {
        ["appearances in meetings"] = Meetings.Count,
        ["timeline entries"] = Timeline.Count,
        ["chat lines"] = Chat.Count,
        ["direct messages"] = DirectMessages.Count,
        ["accounts"] = Accounts.Count,
        ["API keys"] = ApiKeys.Count,
        ["registrations"] = Registrations.Count,
        ["audit lines"] = Audit.Count,
        ["faults of plugins"] = PluginFaults.Count,
        ["conferences named after them"] = Conferences.Count,
    };
}

/// <summary>Somebody came into a conference, or was called.</summary>
public sealed record Appearance(Guid Conference, string ConferenceName, DateTimeOffset At, Guid Participant, string Role, string CalledAs, string Address, string Client, string? Account)
{
    /// <summary>Whether they are in it at this moment.</summary>
    public bool Now { get; init; }
}

/// <summary>One entry of a timeline that tells of them.</summary>
public sealed record TimelineTrace(Guid Conference, long Version, DateTimeOffset At, string Kind, JsonNode? What);

/// <summary>Something that was written, where the text is still kept.</summary>
public sealed record ChatTrace(Guid Conference, long Version, DateTimeOffset At, bool ByThem, string Text);
