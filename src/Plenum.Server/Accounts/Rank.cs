namespace Plenum.Server.Accounts;

/// <summary>What an administrator may do: look; also change conferences, meetings, and how the app looks; also say who may.</summary>
public enum Rank
{
    Viewer,
    Editor,
    Owner,
}

/// <summary>The one table of what needs which rank.</summary>
internal static class Ranks
{
    /// <summary>What only owners see or change, after the root of the admin API or of the pages.</summary>
    private static readonly string[] OfOwners = ["/accounts", "/api-keys", "/registrations", "/retention", "/people", "/support", "/settings", "/signing"];

    /// <summary>The least rank that may send such a request.</summary>
    public static Rank Needed(string method, PathString path) =>
        OfOwners.Any(part => path.StartsWithSegments(part)) ? Rank.Owner
        : HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Rank.Viewer
        : Rank.Editor;

    public static string InWords(this Rank rank) => rank switch
    {
        Rank.Owner => "owner",
        Rank.Editor => "editor",
        _ => "viewer",
    };
}
