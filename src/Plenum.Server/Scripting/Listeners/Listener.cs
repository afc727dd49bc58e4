using System.Text.Json.Serialization;

namespace Plenum.Server.Scripting.Listeners;

/// <summary>A script that runs on the server when something happens. Its secret, where it has one, is kept apart from it.</summary>
public sealed record Listener(
    string Name,
    string Label,
    ListenerType Type,
    string? Plugin,
    string? Event,
    string? Callback,
    string Script,
    bool Enabled,
    bool Background)
{
    public const string UsualQueue = "mix";

    public static readonly IReadOnlyList<string> Queues = ["system", UsualQueue, "light", "heavy"];

    /// <summary>With how many others its runs in the background share their turns.</summary>
    public string Queue { get; init; } = UsualQueue;

    /// <summary>How many of its runs in the background go on at once; one after the other in order with 1, any number with 0.</summary>
    public int Concurrency { get; init; }

    /// <summary>How often a run in the background that failed is made again.</summary>
    public int Retries { get; init; }

    /// <summary>Of a listener for conferences: what it hears of.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Of a listener for conferences: an alias of the only one that it hears of; null for all of them.</summary>
    public string? Conference { get; init; }

    /// <summary>Of a schedule: when, and by whose clock.</summary>
    public string? Cron { get; init; }

    public string? TimeZone { get; init; }
}

/// <summary>What a listener waits for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ListenerType>))]
public enum ListenerType
{
    /// <summary>An event that a plugin sends, or a callback that it calls.</summary>
    [JsonStringEnumMemberName("uiPlugin")]
    UiPlugin,

    /// <summary>A request to its address.</summary>
    [JsonStringEnumMemberName("webhook")]
    Webhook,

    /// <summary>What happens in conferences.</summary>
    [JsonStringEnumMemberName("conference")]
    Conference,

    /// <summary>Times.</summary>
    [JsonStringEnumMemberName("schedule")]
    Schedule,

    /// <summary>An administrator who runs it.</summary>
    [JsonStringEnumMemberName("manual")]
    Manual,
}

/// <summary>As it is kept.</summary>
[JsonSerializable(typeof(Listener))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class ListenerJson : JsonSerializerContext;
