using Microsoft.AspNetCore.Diagnostics;

namespace Plenum.Server.Hosting.Http;

/// <summary>The answer to a request that met a bug: the client API's shape, no detail; the journal has the exception.</summary>
internal static class Breakdown
{
    public static void Answer(IApplicationBuilder app) => app.Run(context =>
    {
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad)
            context.Response.StatusCode = bad.StatusCode;
        return context.Response.WriteAsJsonAsync(new { status = "failed", result = "Internal error" }, context.RequestAborted);
    });
}
