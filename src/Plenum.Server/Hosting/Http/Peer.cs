using System.Net;

namespace Plenum.Server.Hosting.Http;

/// <summary>Who is at the other end of the connection, before any forwarded header is believed.</summary>
internal sealed record Peer(IPAddress? Address)
{
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(new Peer(context.Connection.RemoteIpAddress));
        return next(context);
    }

    public static IPAddress? Of(HttpContext context) => context.Features.Get<Peer>()?.Address;
}
