namespace Plenum.Server.Branding.Intake;

/// <summary>How large a package may be, unpacked: what a branding with films in it needs, and no more.</summary>
internal static class PackageLimits
{
    public const int MostFiles = 2_000;
    public const long MostBytes = 100L * 1024 * 1024;
    public const int LongestName = 200;
    public const int DeepestFolder = 10;

    /// <summary>Nothing that people make packs better than this; deflate itself ends at 1032.</summary>
    public const int HighestRatio = 200;

    /// <summary>Small files may pack as well as they like.</summary>
    public const long RatioMattersFrom = 1024 * 1024;
}
