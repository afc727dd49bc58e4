namespace Plenum.Server.Branding;

/// <summary>Whom a page is for: the host name that it was asked under, and every alias of the conference that it leads to.</summary>
internal sealed record Arrival(string Host, IReadOnlyList<string> Aliases)
{
    /// <summary>Somebody who has not said where they go.</summary>
    public static readonly Arrival Anywhere = new("", []);
}
