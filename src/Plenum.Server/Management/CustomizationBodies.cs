using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Forms;
using Plenum.Server.Branding.Portal;

namespace Plenum.Server.Management;

/// <summary>A customization in a list.</summary>
public sealed record CustomizationLine(Guid Id, string Name, string From, IReadOnlyList<string> Plugins, DateTimeOffset ChangedAt, string ChangedBy, DateTimeOffset? RemovedAt)
{
    internal static CustomizationLine Of(StoredCustomization stored) => new(
        stored.Value.Id, stored.Value.Name, stored.Value.From, [.. stored.Value.Plugins.Where(picked => picked.Enabled).Select(picked => picked.Name)], stored.ChangedAt, stored.ChangedBy, stored.RemovedAt);
}

/// <summary>A customization as the API tells it; of its secrets only which there are.</summary>
public sealed record CustomizationBody(
    Guid Id, string Name, string From, IReadOnlyList<PickedBody> Plugins, string BrandName, IReadOnlyDictionary<string, Shade> Colours,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts, string? Logo, string? Watermark, IReadOnlyList<string> Files, IReadOnlyList<string> ContrastWarnings,
    DateTimeOffset ChangedAt, string ChangedBy)
{
    internal static CustomizationBody Of(StoredCustomization stored, Draft draft, OfficialPlugins official) => new(
        stored.Value.Id, stored.Value.Name, stored.Value.From, [.. stored.Value.Plugins.Select(picked => PickedBody.Of(picked, draft, official))], stored.Value.BrandName, stored.Value.Colours,
        stored.Value.Texts, BrandPicture.Logo.In(draft.Files), BrandPicture.Watermark.In(draft.Files), [.. draft.Files.Keys.Order(StringComparer.Ordinal)],
        [.. Contrast.Of(stored.Value.Colours).Select(warning => warning.Message)], stored.ChangedAt, stored.ChangedBy);
}

/// <summary>A plugin of a customization as the API tells it.</summary>
public sealed record PickedBody(
    string Id, string Name, string Description, string Version, bool Official, string File, bool Enabled, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Platforms,
    IReadOnlyDictionary<string, JsonElement> Settings, IReadOnlyList<string> SecretsSet, IReadOnlyList<Finding> Problems)
{
    internal static PickedBody Of(PickedPlugin picked, Draft draft, OfficialPlugins official)
    {
        var card = draft.Card(picked, official);
        return new PickedBody(
            picked.Id, card?.Name ?? picked.Name, card?.Description ?? "", card?.Version ?? picked.Version, picked.Official, picked.File, picked.Enabled, picked.Roles, picked.Platforms,
            picked.Settings, [.. draft.SecretsOf(picked.Id).Order(StringComparer.Ordinal)], card?.Findings ?? []);
    }
}

/// <summary>A plugin that can be picked; those that are not official lie in the branding that is named.</summary>
internal sealed record OfferedBody(string Id, string Name, string Description, string Version, bool Official, string? Branding, bool HasSettings)
{
    public static OfferedBody Of(OfferedPlugin offered) => new(
        offered.Card.Id, offered.Card.Name, offered.Card.Description, offered.Card.Version, offered.Branding is null, offered.Branding, offered.Card.Schema.Fields.Count > 0);
}

/// <summary>Why settings were not taken: everything that is wrong with them at once, each at its place.</summary>
public sealed record SettingsProblem(int Status, string Title, string Detail, IReadOnlyList<Mistake> Problems)
{
    internal static JsonHttpResult<SettingsProblem> Of(IReadOnlyList<Mistake> mistakes) => TypedResults.Json(
        new SettingsProblem(
            StatusCodes.Status422UnprocessableEntity, "The settings do not fit",
            $"{mistakes.Count} setting{(mistakes.Count == 1 ? "" : "s")} must be put right; problems lists them. Nothing was changed.", mistakes),
        AdminJson.Spelt, "application/problem+json", StatusCodes.Status422UnprocessableEntity);
}
