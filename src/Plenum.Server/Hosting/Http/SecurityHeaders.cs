namespace Plenum.Server.Hosting.Http;

/// <summary>What every answer tells a browser; a room that needs another value sets it itself, later.</summary>
internal static class SecurityHeaders
{
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        // Addresses of meetings may hold what should not travel to other sites.
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Permitted-Cross-Domain-Policies"] = "none";
        if (context.Request.IsHttps && !context.Request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    }
}
