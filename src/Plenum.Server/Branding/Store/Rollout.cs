namespace Plenum.Server.Branding.Store;

/// <summary>Which plugins of the brandings in use people get. What is not named is for everybody, as its package says.</summary>
public sealed record Rollout
{
    /// <summary>No plugin at all, with every choice below kept for when this is taken back.</summary>
    public bool AllOff { get; init; }

    public IReadOnlyDictionary<string, PluginReach> Plugins { get; init; } = new Dictionary<string, PluginReach>();

    /// <summary>Whether a plugin is there in a conference; without one (in the lobby), where it is for some conferences only, it is not.</summary>
    internal bool Reaches(string plugin, Arrival arrival) => !AllOff && (!Plugins.TryGetValue(plugin, out var reach) || reach.Reaches(arrival));
}

/// <summary>Whom one plugin is for: nobody, or those roles and conferences that are named; with neither conferences nor groups, all of them.</summary>
public sealed record PluginReach
{
    public bool Off { get; init; }

    /// <summary><c>chair</c> and <c>guest</c>, as package files call them.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Aliases of conferences.</summary>
    public IReadOnlyList<string> Conferences { get; init; } = [];

    /// <summary>Groups whose conferences get it too.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    internal bool Reaches(Arrival arrival) => !Off
        && ((Conferences.Count == 0 && Groups.Count == 0)
            || Conferences.Intersect(arrival.Aliases, StringComparer.OrdinalIgnoreCase).Any()
            || Groups.Intersect(arrival.Groups, StringComparer.OrdinalIgnoreCase).Any());
}
