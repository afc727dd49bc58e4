namespace Plenum.Server.Hosting;

/// <summary>Says whether the process lives, and whether it can serve; both cheap and without secrets.</summary>
internal static class Health
{
    public static void MapTo(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("ok"));
        app.MapGet("/health/ready", Ready);
    }

    private static async Task<IResult> Ready(IEnumerable<Readiness> checks, Drain drain, CancellationToken cancellation)
    {
        if (drain.Begun.IsCancellationRequested)
            return TypedResults.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable);
        foreach (var check in checks)
        {
            if (await check.Missing(cancellation) is { } missing)
                return TypedResults.Text(missing, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        return TypedResults.Text("ok");
    }
}
