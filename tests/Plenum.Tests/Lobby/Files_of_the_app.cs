using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

[Collection(nameof(A_running_server))]
public sealed partial class Files_of_the_app(A_running_server house)
{
    [Fact]
    public async Task Are_kept_for_ever_under_names_that_say_their_content()
    {
        var page = await house.Http.GetStringAsync("/webapp2/");
        var named = Named().Matches(page).Select(found => found.Groups[1].Value).ToList();
        Assert.Contains(named, name => name.EndsWith(".js", StringComparison.Ordinal));
        foreach (var name in named)
        {
            using var answer = await Ask(name);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/webapp2/icon.svg", "image/svg+xml")]
    [InlineData("/webapp2/app.css", "text/css; charset=utf-8")]
    [InlineData("/favicon.ico", "image/svg+xml")]
    public async Task Are_asked_for_again_under_other_names(string address, string type)
    {
        using var answer = await Ask(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Are_beside_the_page_too_where_its_base_is()
    {
        var folder = Based().Match(await house.Http.GetStringAsync("/webapp2/")).Groups[1].Value;
        Assert.Equal(await house.Http.GetStringAsync("/webapp2/app.css"), await house.Http.GetStringAsync(folder + "app.css"));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("br; q=0.0, gzip; q=0", null)]
    [InlineData("identity", null)]
    [InlineData("", null)]
    public async Task Are_packed_as_the_asker_understands(string accepted, string? packed)
    {
        var script = await BigScript();
        using var plain = await Ask(script);
        using var answer = await Ask(script, ("Accept-Encoding", accepted));
        Assert.Equal(packed, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(packed switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("*")]
    public async Task Are_not_sent_again_to_who_has_them(string known)
    {
        using var first = await Ask("/webapp2/app.css");
        using var again = await Ask("/webapp2/app.css", ("If-None-Match", known.Replace("{0}", first.Headers.ETag!.ToString(), StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        using var other = await Ask("/webapp2/app.css", ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Can_be_asked_about_without_being_sent()
    {
        using var whole = await Ask("/webapp2/app.css");
        using var head = await house.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/webapp2/app.css"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A path is a name in a list, never a way through the disk.</summary>
    [Theory]
    [InlineData("/webapp2/../plenum.dll")]
    [InlineData("/webapp2/%2e%2e/%2e%2e/plenum.dll")]
    [InlineData("/webapp2/..%2f..%2fplenum.dll")]
    [InlineData("/webapp2/..%5c..%5cplenum.dll")]
    [InlineData("/webapp2/..\\..\\plenum.dll")]
    [InlineData("/webapp2/assets/%2e%2e/.vite/manifest.json")]
    [InlineData("/webapp2/.vite/manifest.json")]
    [InlineData("/webapp2/app.css%00.js")]
    [InlineData("/webapp2/app.css/")]
    [InlineData("/webapp2/app.css.br")]
    [InlineData("/webapp2/APP.CSS")]
    [InlineData("/webapp2//etc/passwd")]
    [InlineData("/webapp2/custom_configuration/../../../../etc/passwd")]
    [InlineData("/webapp2/custom_configuration/%2e%2e%2f%2e%2e%2fetc/passwd")]
    [InlineData("/webapp2/custom_configuration//etc/passwd")]
    [InlineData("/webapp2/custom_configuration")]
    [InlineData("/webapp2/custom_configuration/")]
    [InlineData("/webapp2/@0000000000000000/custom_configuration/settings.json")]
    [InlineData("/webapp2/@0000000000000000/custom_configuration")]
    [InlineData("/webapp2/@..%2f/custom_configuration/settings.json")]
    [InlineData("/site/0/../../plenum.dll")]
    [InlineData("/site/0/nothing.css")]
    [InlineData("/docs/../appsettings")]
    [InlineData("/docs/%2e%2e/plenum")]
    [InlineData("/docs/..%2fplenum.dll")]
    [InlineData("/docs/decisions")]
    [InlineData("/static/../plenum.dll")]
    public async Task No_bent_path_leads_to_another_file(string path)
    {
        var answer = await new RawConnection(house.Server.Address).Ask($"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
    }

    private async Task<string> BigScript()
    {
        var page = await house.Http.GetStringAsync("/webapp2/");
        return BigModule().Match(page).Groups[1].Value;
    }

    private Task<HttpResponseMessage> Ask(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return house.Http.SendAsync(request);
    }

    [GeneratedRegex("<script type=\"module\" src=\"([^\"]+)\"")]
    private static partial Regex BigModule();

    [GeneratedRegex("(?:href|src)=\"(/webapp2/assets/[^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("<base href=\"([^\"]+)\"")]
    private static partial Regex Based();
}
