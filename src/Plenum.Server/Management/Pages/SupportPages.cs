using Plenum.Server.Hosting;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Support;

namespace Plenum.Server.Management.Pages;

/// <summary>What this node writes down, and the ZIP for somebody who helps from afar.</summary>
internal static class SupportPages
{
    public const string Path = "/support";
    private const int Lines = 100;

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Read);
        pages.MapGet($"{Path}/bundle", async Task<IResult> (Visit visit, SupportBundle bundle, Audit audit, TimeProvider time, CancellationToken cancellation) =>
            await SupportDoors.Bundle(visit.Who, bundle, audit, time, cancellation));
    }

    private static async Task<IResult> Read(Visit visit, SupportBundle bundle, PlenumFolder folder, TimeProvider time, CancellationToken cancellation) =>
        new PageResult<SupportPage>(new { Visit = visit, Figures = Figures(MachineFigures.Of(folder, time)), Lines = await bundle.Lines(Lines, cancellation) });

    private static IReadOnlyList<(string, string)> Figures(MachineFigures now) =>
    [
        ("Version", now.Version), ("Up for", $"{(now.Now - now.StartedAt).TotalHours:0.0} h"), ("Memory", Megabytes(now.WorkingSetBytes)), ("Cores", $"{now.Cores}"),
        ("Disk left", now.DiskFreeBytes is { } free ? Megabytes(free) : "unknown"), ("Open files", now.OpenFiles is { } open ? $"{open}" : "unknown"),
    ];

    private static string Megabytes(long bytes) => bytes < 10L << 30 ? $"{bytes >> 20} MB" : $"{bytes >> 30} GB";
}
