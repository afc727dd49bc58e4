using System.Collections.Frozen;

namespace Plenum.Server.Layouts;

/// <summary>The layouts on offer, by the names that clients send: large pictures, colon, small pictures.</summary>
public static class LayoutNames
{
    public const string Default = "1:7";

    public static readonly IReadOnlyList<string> All =
        ["1:0", "2:0", "4:0", "9:0", "16:0", "25:0", "1:7", "1:21", "1:33", "2:21", "5:7", "ac", "teams"];

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    public static bool Exists(string name) => Known.Contains(name);
}
