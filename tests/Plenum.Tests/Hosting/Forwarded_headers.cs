using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Server.Hosting.Http;

namespace Plenum.Tests.Hosting;

public sealed class Forwarded_headers
{
    [Fact]
    public async Task Nobody_is_believed_by_default() => Assert.Equal("127.0.0.1", await Caller([], "203.0.113.9"));

    [Fact]
    public async Task A_caller_that_is_no_listed_proxy_is_not_believed() => Assert.Equal("127.0.0.1", await Caller(["10.0.0.0/8"], "203.0.113.9"));

    [Fact]
    public async Task A_listed_proxy_is_believed() => Assert.Equal("203.0.113.9", await Caller(["127.0.0.1"], "203.0.113.9"));

    [Fact]
    public async Task A_listed_network_is_believed() => Assert.Equal("203.0.113.9", await Caller(["127.0.0.0/8"], "203.0.113.9"));

    [Fact]
    public async Task What_a_stranger_wrote_before_the_proxy_is_not_believed() =>
        Assert.Equal("203.0.113.9", await Caller(["127.0.0.1"], "192.0.2.66, 203.0.113.9"));

    private static async Task<string?> Caller(string[] proxies, string forwarded)
    {
        var services = new ServiceCollection().AddLogging();
        TrustedProxies.AddTo(services, proxies);
        await using var provider = services.BuildServiceProvider();
        var app = new ApplicationBuilder(provider);
        TrustedProxies.Use(app, proxies);
        app.Run(_ => Task.CompletedTask);
        var context = new DefaultHttpContext { RequestServices = provider };
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        await app.Build()(context);
        return context.Connection.RemoteIpAddress.ToString();
    }
}
