using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Management.Support;

namespace Plenum.Server.Management;

/// <summary>What to hand to somebody who helps from afar. Only owners come in here.</summary>
internal static class SupportDoors
{
    public static void MapSupport(this IEndpointRouteBuilder api)
    {
        api.MapGet("settings", Settings).WithTags("Health").WithName("readSettings").WithSummary("The settings of this node as they count, secrets aside; they are changed in its configuration");
        api.MapGet("support/bundle", Bundle).WithTags("Health").WithName("readSupportBundle")
            .WithSummary("A ZIP for somebody who helps from afar: figures, configuration, journal and plugin faults without secrets").Produces(200, contentType: "application/zip");
    }

    public static async Task<Ok<JsonNode>> Settings(SupportBundle bundle, CancellationToken cancellation) => TypedResults.Ok(await bundle.Configuration(cancellation));

    public static async Task<FileContentHttpResult> Bundle(Administrator who, SupportBundle bundle, Audit audit, TimeProvider time, CancellationToken cancellation)
    {
        var packed = await bundle.Pack(cancellation);
        await audit.Note(who, "support bundle made", "support", $"{packed.Length} bytes", cancellation);
        return TypedResults.File(packed, "application/zip", $"plenum-support-{time.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss}.zip");
    }
}
