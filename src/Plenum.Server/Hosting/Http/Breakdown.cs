using Microsoft.AspNetCore.Diagnostics;

namespace Plenum.Server.Hosting.Http;

/// <summary>
/// The answer to a request that met a bug: the client API's shape, no detail; the journal has the exception. A caller's own
/// fault (a body too long or never sent) keeps its status and leaves no line, or anybody could fill the journal.
/// </summary>
internal static class Breakdown
{
    /// <summary>The page is asked first, and says whether it answered.</summary>
    public static void Use(IApplicationBuilder app, Func<HttpContext, Task<bool>> page) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = context => Answer(context, page),
        SuppressDiagnosticsCallback = fault => Callers(fault.Exception) is not null,
    });

    private static async Task Answer(HttpContext context, Func<HttpContext, Task<bool>> page)
    {
        var callers = Callers(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        context.Response.StatusCode = callers ?? StatusCodes.Status500InternalServerError;
        if (await page(context)) return;
        // Every header that was set is gone by now; official clients compare the content type whole, and browsers want the origin.
        context.Response.ContentType = "application/json";
        if (context.Request.Path.StartsWithSegments("/api/client")) context.Response.Headers.AccessControlAllowOrigin = "*";
        var text = callers is null ? "{\"status\":\"failed\",\"result\":\"Internal error\"}" : "{\"status\":\"failed\",\"result\":\"Bad request\"}";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>The status of what the caller did wrong; Kestrel tells a chunk too long to count as a broken connection.</summary>
    private static int? Callers(Exception? fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
