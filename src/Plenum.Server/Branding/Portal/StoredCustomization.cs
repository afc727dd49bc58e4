using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plenum.Server.Branding.Portal;

/// <summary>A customization on the shelf, without its files.</summary>
/// <param name="Value">What was picked and set.</param>
/// <param name="Secrets">What is never shown again, by plugin and setting.</param>
/// <param name="Upload">Under which name the pieces of its files lie; empty when it has none.</param>
/// <param name="Preview">The branding that was stored to look at it; empty when there is none.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="ChangedBy">Who did.</param>
/// <param name="RemovedAt">When it was deleted; it can be brought back for a while.</param>
internal sealed record StoredCustomization(
    Customization Value, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Secrets, string Upload, string Preview, long Version,
    DateTimeOffset ChangedAt, string ChangedBy, DateTimeOffset? RemovedAt)
{
    public Draft Draft(IReadOnlyDictionary<string, byte[]> files) => new(Value, Secrets, files);
}

/// <summary>A row of the table.</summary>
internal sealed class CustomizationRow
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Body { get; init; } = "";

    public string Secrets { get; init; } = "";

    public string Upload { get; init; } = "";

    public string Preview { get; init; } = "";

    public long Version { get; init; }

    public long ChangedAt { get; init; }

    public string ChangedBy { get; init; } = "";

    public long? RemovedAt { get; init; }

    public static CustomizationRow Of(StoredCustomization stored, SecretSeal seal) => new()
    {
        Id = $"{stored.Value.Id}",
        Name = stored.Value.Name,
        Body = JsonSerializer.Serialize(stored.Value, PortalJson.Default.Customization),
        Secrets = seal.Seal(stored.Value.Id, stored.Secrets),
        Upload = stored.Upload,
        Preview = stored.Preview,
        Version = stored.Version,
        ChangedAt = stored.ChangedAt.ToUnixTimeMilliseconds(),
        ChangedBy = stored.ChangedBy,
        RemovedAt = stored.RemovedAt?.ToUnixTimeMilliseconds(),
    };

    public StoredCustomization ToStored(SecretSeal seal) => new(
        JsonSerializer.Deserialize(Body, PortalJson.Default.Customization)!,
        seal.Open(Guid.Parse(Id), Secrets),
        Upload, Preview, Version, DateTimeOffset.FromUnixTimeMilliseconds(ChangedAt), ChangedBy,
        RemovedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
}

/// <summary>How the shelf spells customizations.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Customization))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>))]
internal sealed partial class PortalJson : JsonSerializerContext;
