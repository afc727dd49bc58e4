using System.Net;
using System.Text.RegularExpressions;
using Plenum.Server.Lobby.Handbook;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

[Collection(nameof(A_running_server))]
public sealed partial class Pages_of_the_server(A_running_server house)
{
    [Fact]
    public async Task No_link_of_any_page_leads_nowhere()
    {
        var waiting = new Queue<string>(["/", "/webapp2/invitation/meet.open"]);
        var seen = new HashSet<string>(waiting);
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await house.Http.GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address} answered {answer.StatusCode}");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.NotEmpty(text);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (Match link in Link().Matches(text))
            {
                var target = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (target.Contains('#', StringComparison.Ordinal)) Assert.Contains(target.Split('#')[1], await Anchors(target.Split('#')[0]));
                target = target.Split('#')[0];
                if (target.StartsWith('/') && seen.Add(target)) waiting.Enqueue(target);
            }
        }
        Assert.Contains("/docs/running", seen);
        Assert.Contains("/docs/decisions/0002-storage", seen);
    }

    [Fact]
    public async Task The_first_one_lets_somebody_join_and_says_what_is_here()
    {
        var page = await house.Http.GetStringAsync("/");
        Assert.Contains("action=\"/webapp2/conference\"", page, StringComparison.Ordinal);
        Assert.Contains("meet.demo", page, StringComparison.Ordinal);
        Assert.Contains("/api/client/v2/", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/health/ready\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Their_style_is_kept_for_ever_under_a_name_that_says_its_content()
    {
        var style = Regex.Match(await house.Http.GetStringAsync("/"), "href=\"(/site/[^\"]+/site.css)\"").Groups[1].Value;
        using var kept = await house.Http.GetAsync(style);
        Assert.Contains("immutable", string.Join(' ', kept.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
        using var older = await house.Http.GetAsync("/site/0000/site.css");
        Assert.Equal("no-cache", older.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("<script>1</script>", "&lt;script&gt;")]
    [InlineData("a <img src=x onerror=1> b", "&lt;img")]
    [InlineData("[x](javascript:alert)", "x")]
    [InlineData("[x](../../etc/passwd)", "x")]
    [InlineData("[x](other.md#part)", "<a href=\"/docs/other#part\">x</a>")]
    [InlineData("[x](sub/third.md)", "<a href=\"/docs/sub/third\">x</a>")]
    [InlineData("[x](#part)", "<a href=\"/docs/here#part\">x</a>")]
    [InlineData("[x](https://example.org/)", "<a href=\"https://example.org/\">x</a>")]
    public void A_document_holds_text_and_links_and_nothing_that_runs(string markdown, string expected)
    {
        var page = DocumentText.Render("here", "# Title `code`\n\n" + markdown, new HashSet<string> { "here", "other", "sub/third" });
        Assert.Equal("Title code", page.Title);
        Assert.Contains(expected, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|<img|javascript:|passwd", page.Markup);
    }

    [Fact]
    public async Task Who_may_frame_them_and_what_else_may_script_the_app_is_the_operator_s_choice()
    {
        await using var server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__Pages__FrameAncestors"] = "'self',https://intranet.example",
            ["Plenum__Pages__ScriptSources"] = "https://cdn.example",
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        using var app = await http.GetAsync("/webapp2/conference/meet.open?pin=9182736455&name=Zephyrine-Secret");
        var policy = app.Headers.GetValues("Content-Security-Policy").Single();
        Assert.EndsWith("frame-ancestors 'self' https://intranet.example", policy, StringComparison.Ordinal);
        Assert.Contains("script-src-elem 'self' https://cdn.example;", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self' https://intranet.example", (await http.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(0, await server.Stop());
        // An address may hold a PIN; the journal never does.
        Assert.DoesNotContain("9182736455", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Zephyrine", server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example; script-src *")]
    [InlineData("a.example")]
    [InlineData("https://a.example/path")]
    [InlineData("'unsafe-inline'")]
    [InlineData("*.example")]
    public void A_site_that_is_none_is_refused(string site)
    {
        Assert.Contains(site, new Plenum.Server.Hosting.Settings.PageSettings { FrameAncestors = [site] }.Wrong(), StringComparison.Ordinal);
        Assert.Contains(site, new Plenum.Server.Hosting.Settings.PageSettings { ScriptSources = [site] }.Wrong(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> Anchors(string address) =>
        Id().Matches(await house.Http.GetStringAsync(address)).Select(found => found.Groups[1].Value);

    [GeneratedRegex("(?:href|src)=\"(/[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();
}
