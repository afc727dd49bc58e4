using System.Diagnostics;

namespace Plenum.Server.Hosting.Http;

/// <summary>One line for each request that failed on our side, one at debug level for the rest; never a query string.</summary>
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
            if (status >= StatusCodes.Status500InternalServerError)
                Failed(log, method, path, status);
            else
                Answered(log, method, path, status, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        };
    }

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} answered {Status}")]
    private static partial void Failed(ILogger log, string method, string path, int status);

    [LoggerMessage(LogLevel.Debug, "{Method} {Path} answered {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string path, int status, double milliseconds);
}
