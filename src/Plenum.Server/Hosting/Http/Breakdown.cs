using Microsoft.AspNetCore.Diagnostics;

namespace Plenum.Server.Hosting.Http;

/// <summary>
/// The answer to a request that met a bug: the client API's shape, no detail; the journal has the exception. A caller's own
/// fault (a body too long or never sent) keeps its status and leaves no line, or anybody could fill the journal.
/// </summary>
internal static class Breakdown
{
    public static void Use(IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = Answer,
        SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
    });

    private static Task Answer(HttpContext context)
    {
        var callers = context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        context.Response.StatusCode = callers?.StatusCode ?? StatusCodes.Status500InternalServerError;
        return context.Response.WriteAsJsonAsync(
            new { status = "failed", result = callers is null ? "Internal error" : "Bad request" },
            context.RequestAborted);
    }
}
