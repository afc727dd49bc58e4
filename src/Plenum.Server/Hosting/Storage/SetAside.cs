namespace Plenum.Server.Hosting.Storage;

/// <summary>What somebody took away is set aside for a while, so that it can be brought back as it was.</summary>
internal static class SetAside
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>What was taken away before this cannot be brought back, swept or not.</summary>
    public static long Oldest(this TimeProvider time) => (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
}
