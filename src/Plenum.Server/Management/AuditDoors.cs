using Microsoft.AspNetCore.Http.HttpResults;

namespace Plenum.Server.Management;

/// <summary>Who changed what.</summary>
internal static class AuditDoors
{
    public const int MostLines = 500;

    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("audit", Read).WithTags("Audit").WithName("readAudit").WithSummary("Who changed what, newest first").Refuses(422);

    public static async Task<Ok<AuditBody>> Read(
        Audit audit, CancellationToken cancellation, string? search = null, long before = long.MaxValue, int take = 100)
    {
        if (take is < 1 or > MostLines) throw new Unacceptable("take", $"take is between 1 and {MostLines}.");
        var lines = await audit.Read(search, before, take, cancellation);
        return TypedResults.Ok(new AuditBody(lines, lines.Count == take ? lines[^1].Seq : null));
    }
}

/// <summary>A stretch of the audit; where there may be more, what to send as <c>before</c> for it.</summary>
internal sealed record AuditBody(IReadOnlyList<AuditLine> Items, long? Next);
