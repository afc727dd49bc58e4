namespace Plenum.Server.Branding;

/// <summary>Whom a page is for: the host name that it was asked under, every alias of the conference that it leads to, and the groups that this is in.</summary>
internal sealed record Arrival(string Host, IReadOnlyList<string> Aliases, IReadOnlyList<string> Groups)
{
    /// <summary>Somebody who has not said where they go.</summary>
    public static readonly Arrival Anywhere = new("", [], []);
}
