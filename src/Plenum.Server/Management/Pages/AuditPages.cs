using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>Who changed what: searched, in pages, and as a file.</summary>
internal static class AuditPages
{
    public const string Path = "/audit";
    private const int Lines = 100;

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Read);
        pages.MapGet($"{Path}.csv", AuditDoors.Export);
    }

    private static async Task<IResult> Read(Visit visit, Audit audit, CancellationToken cancellation, string? search = null, long before = long.MaxValue)
    {
        var lines = await audit.Read(search, before, Lines, cancellation);
        return new PageResult<AuditPage>(new { Visit = visit, Lines = lines, Search = search, Next = lines.Count == Lines ? lines[^1].Seq : (long?)null });
    }
}
