using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;

namespace Plenum.Server.Lobby;

/// <summary>What the app must know before it asks anything: read from the element <c>plenum-start</c> of its page.</summary>
public sealed record StartBlock(string Version, string Branding, IReadOnlyList<string> Languages, IReadOnlyList<string> Words, bool Preview, bool Live,
    IReadOnlyDictionary<string, string> Integrity, ServerFeatures Features, string? Node)
{
    /// <summary>The serializer writes &lt; as an escape, so nothing in here can end the element.</summary>
    public RenderFragment Element() => OwnMarkup.Of(
        $"<script type=\"application/json\" id=\"plenum-start\">{JsonSerializer.Serialize(this, StartJson.Default.StartBlock)}</script>");
}

/// <summary>What this server can do that others may not.</summary>
public sealed record ServerFeatures(bool Media, bool Demo);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StartBlock))]
internal sealed partial class StartJson : JsonSerializerContext;
