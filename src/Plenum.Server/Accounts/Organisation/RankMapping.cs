using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>Which groups and people of an organisation have which rank here; whoever is in none of the lists has none.</summary>
internal sealed record RankMapping(IReadOnlyList<string> Owners, IReadOnlyList<string> Editors, IReadOnlyList<string> Viewers)
{
    public static RankMapping Of(OrganisationSettings settings) => new(settings.Owners, settings.Editors, settings.Viewers);

    public static RankMapping Of(HeaderSettings settings) => new(settings.Owners, settings.Editors, settings.Viewers);

    /// <summary>The highest rank that a person's name or any of their groups has.</summary>
    public Rank? For(string name, IEnumerable<string> groups)
    {
        var said = groups.Append(name).ToHashSet(StringComparer.Ordinal);
        return Owners.Any(said.Contains) ? Rank.Owner
            : Editors.Any(said.Contains) ? Rank.Editor
            : Viewers.Any(said.Contains) ? Rank.Viewer
            : null;
    }
}
