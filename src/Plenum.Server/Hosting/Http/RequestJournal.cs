using System.Diagnostics;

namespace Plenum.Server.Hosting.Http;

/// <summary>
/// One line for each request, at debug level: what an operator must know is told where it happens, once, and not by every
/// request that met it. Never a query string.
/// </summary>
internal static partial class RequestJournal
{
    public static Func<HttpContext, RequestDelegate, Task> Write(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Plenum.Requests");
        return async (context, next) =>
        {
            var began = Stopwatch.GetTimestamp();
            await next(context);
            var (method, path, status) = (context.Request.Method, context.Request.Path.ToUriComponent(), context.Response.StatusCode);
            Answered(log, method, path, status, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        };
    }

    [LoggerMessage(LogLevel.Debug, "{Method} {Path} answered {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string path, int status, double milliseconds);
}
