using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Tls;

namespace Plenum.Server.Hosting.Http;

/// <summary>Where the server listens and how long it has patience with a connection.</summary>
internal static class KestrelEdges
{
    /// <summary>Kestrel takes a line feed alone for the end of a line, which proxies in front may not; it has no option for it but this.</summary>
    private const string LineFeedAloneEndsNothing = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    public static void Apply(KestrelServerOptions kestrel, ServerSettings settings, Certificates? certificates)
    {
        AppContext.SetSwitch(LineFeedAloneEndsNothing, true);
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        Patience(kestrel.Limits);
        kestrel.Limits.MaxRequestBodySize = settings.Limits.BodyBytes;
        kestrel.Limits.MaxConcurrentConnections = settings.Limits.ConnectionsMax;
        var callers = new ConnectionsPerAddress(settings.Limits.ConnectionsPerAddress);
        foreach (var address in settings.Addresses())
            Listen(kestrel, address, edge => Configure(edge, address, callers, certificates));
    }

    private static void Patience(KestrelServerLimits limits)
    {
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        limits.MaxRequestHeaderCount = 100;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }

    private static void Listen(KestrelServerOptions kestrel, ListenAddress address, Action<ListenOptions> configure)
    {
        if (address.Localhost)
            kestrel.ListenLocalhost(address.Port, configure);
        else if (address.Any)
            kestrel.ListenAnyIP(address.Port, configure);
        else
            kestrel.Listen(address.Address, address.Port, configure);
    }

    private static void Configure(ListenOptions edge, ListenAddress address, ConnectionsPerAddress callers, Certificates? certificates)
    {
        // A browser has six HTTP/1.1 connections per site, and each tab's stream keeps one: HTTP/2 lifts that.
        edge.Protocols = address.Secure ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        edge.Use(callers.Count);
        if (address.Secure)
            edge.UseHttps(certificates!.Handshake());
    }
}
