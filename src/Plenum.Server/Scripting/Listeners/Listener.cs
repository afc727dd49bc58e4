using System.Text.Json.Serialization;

namespace Plenum.Server.Scripting.Listeners;

/// <summary>A script that runs on the server when something happens. Its secret, where it has one, is kept apart from it.</summary>
internal sealed record Listener(
    string Name,
    string Label,
    ListenerType Type,
    string? Plugin,
    string? Event,
    string? Callback,
    string Script,
    bool Enabled,
    bool Background);

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
