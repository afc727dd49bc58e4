using System.Text.Json;
using Plenum.Server.Branding.Forms;

namespace Plenum.Server.Branding.Portal;

/// <summary>Takes settings for a plugin of a customization, or says everything that is wrong with them.</summary>
internal static class PluginSettings
{
    /// <exception cref="SettingsRefused">Something does not fit.</exception>
    public static Draft On(Draft draft, string plugin, IReadOnlyDictionary<string, JsonElement> values, OfficialPlugins official)
    {
        if (draft.Find(plugin) is not { } picked || draft.Card(picked, official) is not { } card) throw new SettingsRefused([new Mistake("", "There is no such plugin in the customization.")]);
        var secretNames = card.Schema.Secrets.Select(field => field.Name).ToHashSet();
        // What is null is as if it were not there, and a secret that is null goes.
        var gone = values.Where(value => value.Value.ValueKind is JsonValueKind.Null && secretNames.Contains(value.Key)).Select(value => value.Key).ToHashSet();
        var sent = values.Where(value => value.Value.ValueKind is not JsonValueKind.Null || card.Schema.Fields.Any(field => field.Name == value.Key && field is ChoiceField)).ToDictionary();
        var kept = draft.Secrets.GetValueOrDefault(plugin, new Dictionary<string, string>()).Where(secret => !gone.Contains(secret.Key) && secretNames.Contains(secret.Key)).ToDictionary();
        if (card.Schema.Judge(sent, kept.Keys.ToHashSet()) is { Count: > 0 } mistakes) throw new SettingsRefused(mistakes);
        foreach (var (name, value) in sent.Where(value => secretNames.Contains(value.Key))) kept[name] = value.GetString()!;
        var secrets = draft.Secrets.Where(known => known.Key != plugin).ToDictionary();
        if (kept.Count > 0) secrets[plugin] = kept;
        var settings = sent.Where(value => !secretNames.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value.Clone());
        return draft.With(picked with { Settings = settings }) with { Secrets = secrets };
    }
}

/// <summary>Settings that do not fit. Caught at the door.</summary>
internal sealed class SettingsRefused(IReadOnlyList<Mistake> mistakes) : Exception("The settings do not fit.")
{
    public IReadOnlyList<Mistake> Mistakes { get; } = mistakes;
}
