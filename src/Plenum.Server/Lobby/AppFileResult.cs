using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Plenum.Server.Lobby;

/// <summary>Sends a file of the app: hashed names for ever, others only while their tag holds.</summary>
internal sealed class AppFileResult(AppFile file, bool forever) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var tag = $"\"{file.Tag}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = forever ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        // Fonts, icons and pexrtc.js are used by pages of other origins too.
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (Matches(request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (bytes, encoding) = file.For(request.Headers.AcceptEncoding.ToString());
        response.ContentType = file.ContentType;
        response.ContentLength = bytes.Length;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool Matches(StringValues wanted, string tag) => wanted.ToString()
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(one => one == "*" || (one.StartsWith("W/", StringComparison.Ordinal) ? one[2..] : one) == tag);
}
