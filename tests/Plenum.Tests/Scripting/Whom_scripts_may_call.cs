using System.Net;
using System.Text;
using System.Text.Json;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Scripting.Sys;
using Plenum.Server.Scripting.Sys.Http;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

public sealed class Whom_scripts_may_call : IAsyncLifetime
{
    private readonly HttpListener _neighbour = new();
    private readonly int _port = FreePort.Take();
    private OutgoingHttp _http = null!;

    public ValueTask InitializeAsync()
    {
        _http = With(new ScriptHttpSettings { Hosts = [$"localhost:{_port}", "*.example.org"], InsideHosts = [$"127.0.0.1:{_port}"], MostBytes = 1000, TimeoutSeconds = 5 });
        _neighbour.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _neighbour.Prefixes.Add($"http://localhost:{_port}/");
        _neighbour.Start();
        _ = Answer();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void These_addresses_are_inside(string address) => Assert.True(OutgoingHosts.IsInside(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::101:101")]
    public void These_are_not(string address) => Assert.False(OutgoingHosts.IsInside(IPAddress.Parse(address)));

    [Theory]
    [InlineData("api.example.org", "https://api.example.org/x", true)]
    [InlineData("api.example.org", "https://API.example.org/", true)]
    [InlineData("api.example.org", "http://api.example.org/", true)]
    [InlineData("api.example.org", "https://api.example.org:8443/", false)]
    [InlineData("api.example.org:8443", "https://api.example.org:8443/", true)]
    [InlineData("api.example.org", "https://evil-api.example.org/", false)]
    [InlineData("api.example.org", "https://api.example.org.evil.example/", false)]
    [InlineData("*.example.org", "https://a.b.example.org/", true)]
    [InlineData("*.example.org", "https://example.org/", false)]
    [InlineData("*.example.org", "https://evilexample.org/", false)]
    public void A_host_is_listed_by_its_name(string listed, string address, bool may) => Assert.Equal(may, OutgoingHosts.Listed([listed], new Uri(address)));

    [Theory]
    [InlineData("https://elsewhere.example/", "forbidden")]
    [InlineData("http://127.0.0.1:1/", "forbidden")]
    [InlineData("http://[::1]/", "forbidden")]
    [InlineData("http://2130706433/", "forbidden")]
    [InlineData("http://0x7f.1/", "forbidden")]
    [InlineData("http://127.1/", "forbidden")]
    [InlineData("http://169.254.169.254/latest/meta-data", "forbidden")]
    [InlineData("ftp://a.example.org/", "badRequest")]
    [InlineData("file:///etc/passwd", "badRequest")]
    [InlineData("gopher://a.example.org/", "badRequest")]
    [InlineData("http://user:word@a.example.org/", "badRequest")]
    [InlineData("/relative", "badRequest")]
    [InlineData("http://localhost:PORT/", "forbidden")]
    [InlineData("http://127.0.0.1:PORT/to?http://169.254.169.254/", "forbidden")]
    [InlineData("http://127.0.0.1:PORT/to?http://localhost:PORT/", "forbidden")]
    [InlineData("http://127.0.0.1:PORT/to?file:///etc/passwd", "badRequest")]
    [InlineData("http://127.0.0.1:PORT/loop", "badRequest")]
    [InlineData("http://127.0.0.1:PORT/much", "badRequest")]
    [InlineData("http://127.0.0.1:PORT/never", "timeout")]
    public async Task These_calls_are_refused(string url, string code)
    {
        var no = await Assert.ThrowsAsync<NotForScripts>(() => Send(url, timeout: url.EndsWith("never", StringComparison.Ordinal) ? 300 : 5000));
        Assert.Equal(code, no.Code);
    }

    [Fact]
    public async Task Listed_neighbours_answer_and_are_followed()
    {
        var answered = await Send($"http://127.0.0.1:{_port}/to?/there", "POST", "text", """{"Authorization": "secret", "X-More": "more"}""");
        Assert.Equal((200, "GET /there secret more"), (answered.Status, answered.Text));
        Assert.Equal("text/plain", answered.Headers["content-type"]);
    }

    [Theory]
    [InlineData("""{"Host": "other"}""")]
    [InlineData("""{"Content-Length": "5"}""")]
    [InlineData("""{"Transfer-Encoding": "chunked"}""")]
    [InlineData("""{"X-A": "a\r\nX-B: b"}""")]
    [InlineData("""{"X A": "a"}""")]
    [InlineData("""{"": "a"}""")]
    public async Task Headers_that_would_say_two_things_are_refused(string headers) =>
        Assert.Equal("badRequest", (await Assert.ThrowsAsync<NotForScripts>(() => Send($"http://127.0.0.1:{_port}/", headers: headers))).Code);

    [Fact]
    public void What_proves_who_asks_stays_with_the_first_host()
    {
        var first = Read("https://a.example.org/", "POST", "x", """{"Authorization": "s", "Cookie": "c", "X-A": "a"}""");
        Assert.Equal(["X-A"], first.Redirected(new Uri("https://b.example.org/"), HttpStatusCode.Found).Headers.Keys);
        Assert.Equal(3, first.Redirected(new Uri("https://a.example.org/other"), HttpStatusCode.Found).Headers.Count);
        Assert.Equal((HttpMethod.Get, null), (first.Redirected(new Uri("https://a.example.org/"), HttpStatusCode.SeeOther).Method, first.Redirected(new Uri("https://a.example.org/"), HttpStatusCode.SeeOther).Body));
        Assert.Equal("x", first.Redirected(new Uri("https://a.example.org/"), HttpStatusCode.TemporaryRedirect).Body);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _neighbour.Close();
        return ValueTask.CompletedTask;
    }

    private static OutgoingHttp With(ScriptHttpSettings settings) => new(new ScriptSettings { Http = settings });

    private Task<Answered> Send(string url, string method = "GET", string? body = null, string headers = "{}", int timeout = 5000) =>
        _http.Send(Read(url.Replace("PORT", $"{_port}", StringComparison.Ordinal), method, body, headers, timeout), CancellationToken.None);

    private static OutgoingRequest Read(string url, string method = "GET", string? body = null, string headers = "{}", int timeout = 5000) => OutgoingRequest.Read(
        JsonSerializer.SerializeToElement(new { method, url, body, json = false, timeout, headers = JsonDocument.Parse(headers).RootElement }), TimeSpan.FromSeconds(10));

    private async Task Answer()
    {
        while (_neighbour.IsListening)
        {
            try
            {
                var context = await _neighbour.GetContextAsync();
                var (path, query) = (context.Request.Url!.AbsolutePath, Uri.UnescapeDataString(context.Request.Url.Query.TrimStart('?')));
                if (path == "/never") continue;
                if (path is "/to" or "/loop") context.Response.Redirect(path == "/loop" ? "/loop" : query);
                var text = path == "/much" ? new string('x', 5000) : $"{context.Request.HttpMethod} {path} {context.Request.Headers["Authorization"]} {context.Request.Headers["X-More"]}";
                context.Response.ContentType = "text/plain";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
                context.Response.Close();
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!_neighbour.IsListening) return;
            }
        }
    }
}
