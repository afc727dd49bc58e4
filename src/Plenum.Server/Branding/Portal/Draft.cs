namespace Plenum.Server.Branding.Portal;

/// <summary>A customization with all that belongs to it: what was set, its secrets by plugin and setting, and its files.</summary>
internal sealed record Draft(
    Customization Value,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Secrets,
    IReadOnlyDictionary<string, byte[]> Files)
{
    public static Draft Empty(Customization value) => new(value, new Dictionary<string, IReadOnlyDictionary<string, string>>(), new Dictionary<string, byte[]>());

    public PickedPlugin? Find(string plugin) => Value.Plugins.FirstOrDefault(picked => picked.Id == plugin);

    /// <summary>Which secrets of a plugin there are.</summary>
    public IReadOnlySet<string> SecretsOf(string plugin) => Secrets.TryGetValue(plugin, out var known) ? known.Keys.ToHashSet() : new HashSet<string>();

    /// <summary>What a picked plugin says of itself; null when an official one came with another version of the program only.</summary>
    public PluginCard? Card(PickedPlugin picked, OfficialPlugins official) =>
        picked.Official ? official.Find(picked.Id)?.Card : PluginCard.Read(picked.File, Files, picked.Id);

    public Draft With(PickedPlugin changed) => this with { Value = Value with { Plugins = [.. Value.Plugins.Select(picked => picked.Id == changed.Id ? changed : picked)] } };
}
