using System.Text.Json;
using System.Text.Json.Serialization;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Store;

/// <summary>A branding on the shelf, without its files: immutable, named by its content.</summary>
internal sealed record StoredBranding(
    string Id, string Name, string BrandingId, int Files, long Bytes, IReadOnlyList<PackagedPlugin> Plugins, IReadOnlyList<Finding> Findings,
    DateTimeOffset UploadedAt, string UploadedBy)
{
    /// <summary>When it was deleted; it can be brought back for a while.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}

/// <summary>How the shelf spells what it keeps as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<PackagedPlugin>))]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
[JsonSerializable(typeof(BrandingPlan))]
internal sealed partial class ShelfJson : JsonSerializerContext;
