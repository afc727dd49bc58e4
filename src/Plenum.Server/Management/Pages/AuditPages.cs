using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>Who changed what: searched, narrowed, in pages, and as a file.</summary>
internal static class AuditPages
{
    public const string Path = "/audit";
    private const int Lines = 100;

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Read);
        pages.MapGet($"{Path}.csv", Export);
    }

    private static async Task<IResult> Read(Visit visit, [AsParameters] AuditFilter filter, Audit audit, CancellationToken cancellation, long before = long.MaxValue)
    {
        var words = await audit.Words(cancellation);
        try
        {
            var lines = await audit.Read(filter, before, Lines, cancellation);
            return new PageResult<AuditPage>(new { Visit = visit, Lines = lines, Filter = filter, words.Who, words.What, Next = lines.Count == Lines ? lines[^1].Seq : (long?)null });
        }
        catch (Unacceptable e)
        {
            return new PageResult<AuditPage>(new { Visit = visit, Lines = (IReadOnlyList<AuditLine>)[], Filter = filter, words.Who, words.What, Wrong = e.Message }, e.Status);
        }
    }

    private static async Task Export(HttpContext context, [AsParameters] AuditFilter filter, Audit audit, CancellationToken cancellation)
    {
        try
        {
            await AuditDoors.Export(context, filter, audit, cancellation);
        }
        catch (Unacceptable)
        {
            // The page says what is wrong with it.
            context.Response.Redirect($"{AdminPages.Root}{Path}?{filter.ToQuery()}");
        }
    }
}
