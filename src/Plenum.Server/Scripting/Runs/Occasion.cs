using System.Text.Json.Nodes;

namespace Plenum.Server.Scripting.Runs;

/// <summary>Why a listener runs: what its script finds in <c>event</c> and <c>record</c>, and on whose behalf and from which page.</summary>
internal sealed record Occasion(string Cause, JsonNode? Event, JsonNode? Record = null, Person? For = null, string? Address = null, string? Tab = null)
{
    /// <summary>What <c>sys.context</c> answers.</summary>
    public string Context => new JsonObject
    {
        ["user"] = For is null ? null : new JsonObject { ["id"] = For.Id, ["name"] = For.Name },
        ["ip"] = Address,
    }.ToJsonString();

    public string Arguments => new JsonArray(Event?.DeepClone(), Record?.DeepClone()).ToJsonString();
}

/// <summary>On whose behalf a script runs.</summary>
internal sealed record Person(string Id, string Name);
