using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

[Collection(nameof(A_running_server))]
public sealed partial class The_entry_page(A_running_server house)
{
    [Theory]
    [InlineData("/webapp2")]
    [InlineData("/webapp2/")]
    [InlineData("/webapp2/home")]
    [InlineData("/webapp2/settings")]
    [InlineData("/webapp2/conference")]
    [InlineData("/webapp2/conference?conference=meet.open")]
    [InlineData("/webapp2/conference/meet.open")]
    [InlineData("/webapp2/conference/no.such.meeting")]
    [InlineData("/webapp2/@0123456789abcdef/")]
    public async Task Is_at_every_address_of_the_app(string address)
    {
        using var answer = await house.Http.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("blazor-enhanced-nav"));
        Assert.Matches("<base href=\"/webapp2/@[0-9a-f]{16}/\"", page);
        Assert.Matches("<script type=\"module\" src=\"/webapp2/assets/", page);
    }

    [Fact]
    public async Task Can_be_asked_about_without_being_sent()
    {
        using var answer = await house.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/webapp2/conference/meet.open"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Lets_in_scripts_of_the_server_alone_and_leaves_the_rest_to_plugins()
    {
        using var answer = await house.Http.GetAsync("/webapp2/");
        Assert.Equal(
            "default-src 'self'; script-src 'self'; script-src-elem 'self'; script-src-attr 'unsafe-inline'; "
            + "style-src * 'unsafe-inline' data: blob:; img-src * data: blob:; font-src * data:; media-src * data: blob: mediastream:; "
            + "connect-src * data: blob:; frame-src * data: blob:; worker-src 'self' blob:; form-action *; "
            + $"report-uri {Based().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value}blocked-calls; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("camera=(self), microphone=(self), display-capture=(self)", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Has_browsers_hold_the_app_s_files_against_what_was_built()
    {
        var page = await house.Http.GetStringAsync("/webapp2/conference/meet.open");
        var guarded = Guarded().Matches(page).ToDictionary(found => found.Groups[1].Value, found => System.Net.WebUtility.HtmlDecode(found.Groups[2].Value));
        Assert.Equal(AppFile().Count(page), guarded.Count);
        Assert.InRange(guarded.Count, 4, 100);
        foreach (var (address, integrity) in guarded)
            Assert.Equal(integrity, $"sha384-{Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData(await house.Http.GetByteArrayAsync(address)))}");
    }

    [Fact]
    public async Task Shows_a_form_that_works_before_any_script_has_run()
    {
        var page = await house.Http.GetStringAsync("/webapp2/");
        Assert.Contains("<form method=\"get\" action=\"/webapp2/conference\">", page, StringComparison.Ordinal);
        Assert.Contains("<input name=\"conference\"", page, StringComparison.Ordinal);
        Assert.Contains("<noscript><p class=\"lobby-noscript\">Meetings need JavaScript", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/webapp2/conference/meet.open")]
    [InlineData("/webapp2/conference?conference=meet.open")]
    public async Task Says_where_somebody_is_going(string address)
    {
        var page = WebUtility.HtmlDecode(await house.Http.GetStringAsync(address));
        Assert.Contains("<h1>Joining meet.open…</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<title>meet.open", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/webapp2/conference/%3Cimg%20src=x%20onerror=1%3E")]
    [InlineData("/webapp2/conference?conference=%3Cimg+src=x%3E")]
    [InlineData("/webapp2/conference?conference=%22%3E%3C/script%3E%3Cimg%20")]
    public async Task Shows_a_hostile_name_as_text(string address)
    {
        var page = await house.Http.GetStringAsync(address);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_no_more_of_a_name_than_a_name_can_have()
    {
        Assert.InRange((await house.Http.GetStringAsync($"/webapp2/conference/{new string('x', 5000)}")).Length, 500, 5000);
    }

    [Fact]
    public async Task Tells_the_app_what_it_must_know_at_once()
    {
        var page = await house.Http.GetStringAsync("/webapp2/");
        var start = JsonDocument.Parse(Start().Match(page).Groups[1].Value).RootElement;
        Assert.Contains($"/webapp2/@{start.GetProperty("branding").GetString()}/", page, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+", start.GetProperty("version").GetString()!);
        Assert.Contains("en", start.GetProperty("languages").EnumerateArray().Select(language => language.GetString()));
        Assert.False(start.GetProperty("features").GetProperty("media").GetBoolean());
        Assert.True(start.GetProperty("features").GetProperty("demo").GetBoolean());
    }

    [GeneratedRegex("(?:src|href)=\"(/webapp2/assets/[^\"]+)\" integrity=\"([^\"]+)\"")]
    private static partial Regex Guarded();

    [GeneratedRegex("\"/webapp2/assets/")]
    private static partial Regex AppFile();

    [GeneratedRegex("<base href=\"([^\"]+)\"")]
    private static partial Regex Based();

    [GeneratedRegex("<script type=\"application/json\" id=\"plenum-start\">(.*?)</script>")]
    private static partial Regex Start();
}
