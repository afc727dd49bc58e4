using System.Text.Json.Nodes;
using Plenum.Server.Hosting;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Support;

namespace Plenum.Server.Management.Pages;

/// <summary>How this node is set, what it writes down, and the ZIP for somebody who helps from afar.</summary>
internal static class SupportPages
{
    public const string Path = "/support";
    private const int Lines = 100;

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Read);
        pages.MapGet("/settings", async Task<IResult> (Visit visit, SupportBundle bundle, CancellationToken cancellation) =>
            new PageResult<ConfigurationPage>(new { Visit = visit, Lines = Lined("", await bundle.Configuration(cancellation)) }));
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

    /// <summary>One line for each setting, under the name that a configuration file has for it.</summary>
    private static IReadOnlyList<(string Name, string Value)> Lined(string above, JsonNode? tree) => tree switch
    {
        JsonObject members => [.. members.SelectMany(member => Lined($"{above}{(above.Length > 0 ? ":" : "")}{char.ToUpperInvariant(member.Key[0])}{member.Key[1..]}", member.Value))],
        JsonArray items => [(above, string.Join(", ", items.Select(item => $"{item}")))],
        _ => [(above, $"{tree}")],
    };

    private static string Megabytes(long bytes) => bytes < 10L << 30 ? $"{bytes >> 20} MB" : $"{bytes >> 30} GB";
}
