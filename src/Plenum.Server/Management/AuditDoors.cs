using Microsoft.AspNetCore.Http.HttpResults;

namespace Plenum.Server.Management;

/// <summary>Who changed what.</summary>
internal static class AuditDoors
{
    public const int MostLines = 500;

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("audit", Read).WithTags("Audit").WithName("readAudit").WithSummary("Who changed what, newest first").Refuses(422);
        api.MapGet("audit/export", Export).WithTags("Audit").WithName("exportAudit").WithSummary("All of it that matches, newest first, as CSV").Produces<string>(200, "text/csv").Refuses(422);
    }

    /// <summary>Sent stretch by stretch, so that years of it need no memory.</summary>
    public static async Task Export(HttpContext context, [AsParameters] AuditFilter filter, Audit audit, CancellationToken cancellation)
    {
        var lines = await audit.Read(filter, long.MaxValue, MostLines, cancellation);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"plenum-audit.csv\"";
        await context.Response.WriteAsync("seq,at,who,what,on,detail\r\n", cancellation);
        while (true)
        {
            foreach (var line in lines)
                await context.Response.WriteAsync($"{line.Seq},{line.At:O},{Cell(line.Who)},{Cell(line.What)},{Cell(line.Target)},{Cell(line.Detail)}\r\n", cancellation);
            if (lines.Count < MostLines) return;
            lines = await audit.Read(filter, lines[^1].Seq, MostLines, cancellation);
        }
    }

    /// <summary>In quotes; what a spreadsheet would take for a formula is kept from being one.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public static async Task<Ok<AuditBody>> Read(
        [AsParameters] AuditFilter filter, Audit audit, CancellationToken cancellation, long before = long.MaxValue, int take = 100)
    {
        if (take is < 1 or > MostLines) throw new Unacceptable("take", $"take is between 1 and {MostLines}.");
        var lines = await audit.Read(filter, before, take, cancellation);
        return TypedResults.Ok(new AuditBody(lines, lines.Count == take ? lines[^1].Seq : null));
    }
}

/// <summary>A stretch of the audit; where there may be more, what to send as <c>before</c> for it.</summary>
internal sealed record AuditBody(IReadOnlyList<AuditLine> Items, long? Next);
