using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Server.Scripting.Runs;

/// <summary>Why a listener runs: what its script finds in <c>event</c> and <c>record</c>, on whose behalf, from which page and in which conference.</summary>
internal sealed record Occasion(string Cause, JsonNode? Event, JsonNode? Record = null, Person? For = null, string? Address = null, string? Tab = null, string? Conference = null)
{
    /// <summary>How many events of scripts may follow from each other.</summary>
    public const int Deepest = 10;

    public int Depth { get; init; }

    /// <summary>The message that it is an answer to.</summary>
    public Guid? Message { get; init; }

    public string Arguments => new JsonArray(Event?.DeepClone(), Record?.DeepClone()).ToJsonString();

    /// <summary>What <c>sys.context</c> answers.</summary>
    public string Context(Guid run) => new JsonObject
    {
        ["user"] = For is null ? null : new JsonObject { ["id"] = For.Id, ["name"] = For.Name, ["label"] = For.Name, ["email"] = For.Account },
        ["ip"] = Address,
        ["run"] = $"{run}",
    }.ToJsonString();

    /// <summary>As it is kept until it is run.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, OccasionJson.Default.Occasion);

    public static Occasion Of(string json) => JsonSerializer.Deserialize(json, OccasionJson.Default.Occasion)!;
}

/// <summary>On whose behalf a script runs.</summary>
internal sealed record Person(string Id, string Name, string? Account = null);

/// <summary>How occasions are kept.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(Occasion))]
[System.Text.Json.Serialization.JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class OccasionJson : System.Text.Json.Serialization.JsonSerializerContext;
