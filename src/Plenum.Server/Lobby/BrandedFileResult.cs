namespace Plenum.Server.Lobby;

/// <summary>Sends a file that an administrator put into a branding: never sniffed, and a document of its own may run nothing.</summary>
internal sealed class BrandedFileResult(string hash, string path, byte[] bytes) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = AppFiles.TypeOf(path);
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = $"\"{hash}\"";
        response.Headers.ContentSecurityPolicy = "sandbox allow-scripts allow-forms allow-popups allow-downloads";
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(hash, StringComparison.Ordinal))
        {
            response.ContentLength = null;
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
