using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Plenum.Server.Hosting.Http;

/// <summary>Believes X-Forwarded-* only from the operator's own proxies; from anyone else they are just text.</summary>
internal static class TrustedProxies
{
    public static void AddTo(IServiceCollection services, IReadOnlyList<string> proxies) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // The chain is followed as far as it consists of listed proxies, however many those are.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
    });

    public static void Use(IApplicationBuilder app, IReadOnlyList<string> proxies)
    {
        // With both lists empty the middleware would believe everybody.
        if (proxies.Count > 0)
            app.UseForwardedHeaders();
    }
}
