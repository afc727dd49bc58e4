namespace Plenum.Server.Hosting.Http;

/// <summary>
/// A request that states its length twice, as Content-Length and as Transfer-Encoding, is how requests are smuggled past a
/// proxy. Kestrel lets the encoding win and keeps the length as X-Content-Length; here such a request ends its connection.
/// </summary>
internal static class AmbiguousLength
{
    public static Task Refuse(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        if (headers.TransferEncoding.Count == 0 || (headers.ContentLength is null && !headers.ContainsKey("X-Content-Length")))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
