using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Plenum.Server.Conferences.Streams;

/// <summary>The answer that stays open: what every event stream tells the server, the browser and what lies between.</summary>
internal static class StreamAnswer
{
    public static void Prepare(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        // The end of a stream is the end of its connection, so that a superseded reader sees it at once.
        if (HttpProtocol.IsHttp11(context.Request.Protocol)) response.Headers.Connection = "close";
        // Slow readers are cut by the stream's own rule, which knows what may be skipped.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate) rate.MinDataRate = null;
    }
}
