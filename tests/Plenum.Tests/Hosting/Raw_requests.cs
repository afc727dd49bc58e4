using System.Net.Sockets;
using System.Text;
using Plenum.Tests.Running;

namespace Plenum.Tests.Hosting;

/// <summary>What no HTTP library would send (bad-inputs B4 and items 71, 82).</summary>
public sealed class Raw_requests(Raw_requests.To to) : IClassFixture<Raw_requests.To>
{
    [Fact]
    public async Task Content_length_together_with_transfer_encoding_is_refused_and_the_connection_closed()
    {
        var answer = await Exchange("POST /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            + "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
    }

    [Theory]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost : x\r\n\r\n", 400)]
    [InlineData("GET /health/live%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n", 400)]
    [InlineData("POST /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 405)]
    public async Task A_malformed_request_is_refused(string request, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status}", await Exchange(request), StringComparison.Ordinal);

    [Theory]
    [InlineData("GET /health/live HTTP/1.1\nHost: x\nConnection: close\n\n")]
    [InlineData("GET /health/live HTTP/1.1\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\nConnection: close\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\n\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\rConnection: close\r\n\r\n")]
    public async Task A_line_ends_with_carriage_return_and_line_feed_and_with_nothing_less(string request) =>
        Assert.StartsWith("HTTP/1.1 400", await Exchange(request), StringComparison.Ordinal);

    [Theory]
    [InlineData("2;\nxx\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2;a=\nb\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2;\rxx\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}xx\r\n0\r\n\r\n")]
    [InlineData("FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    public async Task A_chunk_that_two_readers_could_cut_differently_is_refused_and_the_connection_closed(string body)
    {
        var answer = await Exchange("POST /api/client/v2/conferences/meet.open/request_token HTTP/1.1\r\nHost: x\r\n"
            + $"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{body}GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
    }

    [Theory]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x\r\nx-folded: one\r\n two\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\n Host: x\r\n\r\n", 400)]
    [InlineData("GET /health/live\r\n", 400)]
    [InlineData("GET /health/live HTTP/0.9\r\n\r\n", 505)]
    [InlineData("GET /health/live HTTP/3.0\r\nHost: x\r\n\r\n", 505)]
    public async Task What_older_versions_of_HTTP_allowed_is_refused(string request, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status}", await Exchange(request), StringComparison.Ordinal);

    [Fact]
    public async Task A_request_line_of_nine_kilobytes_is_refused() =>
        Assert.StartsWith("HTTP/1.1 414", await Exchange($"GET /health/live?{new string('a', 9_000)} HTTP/1.1\r\nHost: x\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Too_many_headers_are_refused()
    {
        var headers = string.Concat(Enumerable.Range(0, 101).Select(n => $"x-{n}: 1\r\n"));
        Assert.StartsWith("HTTP/1.1 431", await Exchange($"GET /health/live HTTP/1.1\r\nHost: x\r\n{headers}\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_too_long_are_refused() =>
        Assert.StartsWith("HTTP/1.1 431", await Exchange($"GET /health/live HTTP/1.1\r\nHost: x\r\nx: {new string('a', 33_000)}\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task After_all_of_them_the_server_goes_on()
    {
        await Exchange("\u0016\u0003\u0001 not HTTP at all\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", await Exchange("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_names_the_server_software() =>
        Assert.DoesNotContain("Server:", await Exchange("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task A_query_string_is_never_written()
    {
        await using var own = new To();
        await own.InitializeAsync();
        await Exchange("GET /nowhere?token=sesame HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", own.Server);
        await Exchange("GET /health/live?token=sesame HTTP/1.1\r\nHost: \r\nbad\r\n\r\n", own.Server);
        own.Server.Terminate();
        await own.Server.Exit();
        Assert.DoesNotContain(own.Server.Output.Concat(own.Server.Errors), line => line.Contains("sesame", StringComparison.Ordinal));
    }

    private Task<string> Exchange(string request) => Exchange(request, to.Server);

    private static async Task<string> Exchange(string request, BuiltProgram server)
    {
        using var client = new TcpClient(server.Address.Host, server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer)) > 0)
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // A refused connection may be reset after its answer.
            return answer.ToString();
        }
        return answer.ToString();
    }

    /// <summary>The server that all of them are sent to.</summary>
    public sealed class To : IAsyncLifetime
    {
        private readonly Scratch scratch = new();
        private BuiltProgram? server;

        internal BuiltProgram Server => server!;

        public async ValueTask InitializeAsync() => server = await BuiltProgram.Serve(scratch["data"]);

        public ValueTask DisposeAsync()
        {
            server?.Dispose();
            scratch.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
