namespace Plenum.Server.Branding.Checking;

/// <summary>A plugin of a package, as far as it can be read.</summary>
public sealed record PackagedPlugin(string Id, string Name, string Version, string File, bool Enabled)
{
    /// <summary>The path of its script; null where there is none that could be found.</summary>
    public string? Script { get; init; }
}

/// <summary>What a package is, and everything that is to be said about it.</summary>
internal sealed record CheckedPackage(Manifest Manifest, IReadOnlyList<PackagedPlugin> Plugins, IReadOnlyList<Finding> Findings)
{
    public bool Usable => Findings.All(finding => finding.Severity is not Severity.Error);
}
