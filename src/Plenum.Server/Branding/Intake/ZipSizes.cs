using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Intake;

/// <summary>What an archive says of itself, judged before a byte of it is unpacked.</summary>
internal static class ZipSizes
{
    private const int Stored = 0, Deflated = 8;

    public static void Check(IReadOnlyList<ZipItem> items, Findings findings)
    {
        if (items.Count(item => !item.IsFolder) is var files and > PackageLimits.MostFiles)
            findings.Error("", null, $"The archive has {files} files; a package has at most {PackageLimits.MostFiles}.");
        var (packed, size) = (items.Sum(item => item.Packed), items.Sum(item => item.Size));
        if (size > PackageLimits.MostBytes)
            findings.Error("", null, $"Unpacked, the archive has {size / 1024 / 1024} MB; a package has at most {PackageLimits.MostBytes / 1024 / 1024} MB.");
        if (TooGood(packed, size)) findings.Error("", null, Bomb($"{size / Math.Max(1, packed)}"));
        foreach (var item in items) Check(item, findings);
    }

    private static void Check(ZipItem item, Findings findings)
    {
        if (item.Encrypted) findings.Error(item.Name, null, "The file is encrypted; pack it without a password.");
        if (item.Method is not (Stored or Deflated)) findings.Error(item.Name, null, $"The file is packed with method {item.Method}; pack it as an ordinary ZIP (deflate).");
        if (item.Method is Stored && item.Packed != item.Size) findings.Error(item.Name, null, "The file says that it is not packed, and has two sizes; pack the archive again.");
        if (item.IsFolder && (item.Size != 0 || item.Packed > 2)) findings.Error(item.Name, null, "The folder has content, as only files have; pack the archive again.");
        if (item.Oddity is { } oddity) findings.Error(item.Name, null, $"The entry {oddity}.");
        if (TooGood(item.Packed, item.Size)) findings.Error(item.Name, null, Bomb($"{item.Size / Math.Max(1, item.Packed)}"));
    }

    private static bool TooGood(long packed, long size) => size > PackageLimits.RatioMattersFrom && size / Math.Max(1, packed) > PackageLimits.HighestRatio;

    private static string Bomb(string times) => $"Unpacked, it would be {times} times as large, as only archives are that are made to fill disks; at most {PackageLimits.HighestRatio} times is allowed.";
}
