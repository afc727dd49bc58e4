using System.Text.RegularExpressions;

namespace Plenum.Server.Conferences.Doors;

/// <summary>
/// What holds for the whole client API: any origin may call it, since the token is a header and no cookie is looked at;
/// doubled slashes mean one; what is not there or not a method is told in the API's own shape.
/// </summary>
internal static partial class ClientApiManners
{
    public static Task Observe(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.Value!.StartsWith("/api/client", StringComparison.OrdinalIgnoreCase)) return next(context);
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "retry-after";
        if (HttpMethods.IsOptions(context.Request.Method)) return Preflight(context);
        context.Request.Path = Slashes().Replace(context.Request.Path.Value, "/");
        return Answered(context, next);
    }

    private static Task Preflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        headers.AccessControlAllowHeaders = "token, pin, content-type, authorization, x-pexip-authorization, plenum-cause, last-event-id";
        headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task Answered(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is Log.LogUnavailable or Record.UnknownEvent && !context.Response.HasStarted)
        {
            await Answers.No(context, Refusal.OutOfResource);
            return;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Answers.No(context, new Refusal("The request cannot be read", e.StatusCode));
            return;
        }

        if (context.Response.HasStarted || context.Response.ContentLength is not null) return;
        switch (context.Response.StatusCode)
        {
            case StatusCodes.Status404NotFound: await Answers.No(context, new Refusal("404 Not Found", StatusCodes.Status404NotFound)); break;
            case StatusCodes.Status405MethodNotAllowed: await Answers.No(context, new Refusal("Method not allowed", StatusCodes.Status405MethodNotAllowed)); break;
            case StatusCodes.Status415UnsupportedMediaType: await Answers.No(context, new Refusal("Unsupported media type", StatusCodes.Status415UnsupportedMediaType)); break;
        }
    }

    [GeneratedRegex("/{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();
}
