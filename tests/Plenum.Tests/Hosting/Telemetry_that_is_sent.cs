using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Plenum.Tests.Running;

namespace Plenum.Tests.Hosting;

public sealed class Telemetry_that_is_sent
{
    [Fact]
    public async Task Reaches_the_collector_with_our_figures_and_spans_and_no_secret()
    {
        var received = new ConcurrentBag<(string Path, string Text)>();
        var port = FreePort.Take();
        await using var collector = await Collector(port, received);
        await using var server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__Telemetry__Endpoint"] = $"http://127.0.0.1:{port}",
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        var ann = await Visitor.Join(http, "meet.open", "Ann Secretname");
        (await ann.Say("words that stay here")).Accepted();
        await using var stream = await ann.Listen();
        await stream.Until("layout");
        await Refused(http, ann);
        await server.Stop();

        var all = string.Concat(received.Select(export => export.Path + export.Text));
        foreach (var expected in new[] { "plenum.participants", "plenum.streams", "plenum.events", "plenum.refusals", "Invalid token", "Invalid PIN", "Bad request", "Participant not found", "Neither conference nor gateway found", "Unauthorized", "admin", "plenum.append.duration", "TraceService/Export", "LogsService/Export" })
        {
            Assert.Contains(expected, all, StringComparison.Ordinal);
        }

        foreach (var secret in new[] { ann.Token!, "words that stay here", "Ann Secretname", "layout-of-mine" }) Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    /// <summary>A no by each of the doors, and one by the conference itself.</summary>
    private static async Task Refused(HttpClient http, Visitor ann)
    {
        Assert.NotNull((await ann.With("garbage").Get("conference_status")).Refusal);
        Assert.NotNull((await ann.At("nowhere").Get("conference_status")).Refusal);
        Assert.NotNull((await Visitor.Knock(http, "meet.demo", new { display_name = "Eve" }, "0000")).Refusal);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await http.GetAsync("/api/admin/v1/conferences")).StatusCode);
        Assert.NotNull((await ann.Post($"participants/{Guid.NewGuid()}/mute")).Refusal);
        Assert.NotNull((await ann.Post("transform_layout", new { transforms = new { layout = "layout-of-mine" } })).Refusal);
    }

    private static async Task<WebApplication> Collector(int port, ConcurrentBag<(string Path, string Text)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Add((context.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
            context.Response.ContentType = "application/grpc";
            // An empty message: a flag byte and four bytes of length.
            await context.Response.Body.WriteAsync(new byte[5]);
            context.Response.AppendTrailer("grpc-status", "0");
        });
        await app.StartAsync();
        return app;
    }
}
