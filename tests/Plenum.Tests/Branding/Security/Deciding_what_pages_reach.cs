using System.Net;
using System.Text.Json.Nodes;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Plugins.Guides;

namespace Plenum.Tests.Branding.Security;

public sealed class Deciding_what_pages_reach(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    private const string Door = "branding-plan/content-security";

    [Fact]
    public async Task Holds_for_pages_that_are_opened_from_then_on_and_is_in_the_history()
    {
        var id = await house.Admin.Id(Packages.Of("reach"));
        await house.Admin.Activate(id);
        await Set(new { plugins = new { mark = new { closed = false } }, brandings = new Dictionary<string, object> { [id] = new { mode = "enforced" } } });
        Assert.Contains("connect-src *", await Policy(), StringComparison.Ordinal);
        Assert.Equal(["mark"], (await Page())["openFor"]!.AsArray().Select(plugin => (string)plugin!));

        await Set(new { plugins = new { mark = new { closed = true, origins = new[] { "HTTPS://api.example.org/" } } } });
        Assert.Contains("connect-src 'self' https://api.example.org data: blob:;", await Policy(), StringComparison.Ordinal);
        Assert.True((bool)(await Page())["closed"]!);

        await house.Admin.Send(HttpMethod.Post, $"{Door}/allow", new { plugin = "mark", origin = "https://more.example.org" });
        Assert.Contains("img-src 'self' https://api.example.org https://more.example.org data: blob:;", await Policy(), StringComparison.Ordinal);
        Assert.Contains("https://more.example.org", (await house.Admin.Send(HttpMethod.Get, "branding-plan/history?take=1"))[0]!["security"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("site allowed", (string)(await house.Admin.Send(HttpMethod.Get, "audit?take=1"))["items"]![0]!["what"]!);
    }

    [Sentence("v22-246 connect-245 v22-248 connect-247")]
    public async Task Is_off_or_only_told_where_an_administrator_wants_it_so_with_a_warning()
    {
        var id = await house.Admin.Id(Packages.Of("modes"));
        await house.Admin.Activate(id);
        await Set(new { brandings = new Dictionary<string, object> { [id] = new { mode = "reportOnly", closed = true } } });
        using (var told = await house.Http.GetAsync("/webapp2/"))
        {
            Assert.Contains("connect-src 'self' ", told.Headers.GetValues("Content-Security-Policy-Report-Only").Single(), StringComparison.Ordinal);
            Assert.Equal("object-src 'none'; base-uri 'self'; frame-ancestors 'self'", told.Headers.GetValues("Content-Security-Policy").Single());
        }
        await Set(new { brandings = new Dictionary<string, object> { [id] = new { mode = "off" } } });
        using (var off = await house.Http.GetAsync("/webapp2/"))
        {
            Assert.False(off.Headers.Contains("Content-Security-Policy-Report-Only"));
            Assert.Equal("object-src 'none'; base-uri 'self'; frame-ancestors 'self'", off.Headers.GetValues("Content-Security-Policy").Single());
        }
        Assert.Contains("Content security is off", (string)(await house.Admin.Send(HttpMethod.Get, $"brandings/{id}"))["problems"]![0]!["message"]!, StringComparison.Ordinal);
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);
        foreach (var page in (string[])["plugins", $"branding/{id}"]) Assert.Contains("Content security is off", (await desk.Open(page)).Text, StringComparison.Ordinal);
        // Another branding is another matter.
        await house.Admin.Activate("default");
        Assert.Contains("script-src 'self'", await Policy(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_done_at_the_page_as_well()
    {
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("by-page")));
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);
        await desk.Press("plugins/sites", new() { ["plugin"] = "mark", ["closed"] = "true", ["origins"] = "https://a.example\r\n https://b.example" });
        Assert.Contains("connect-src 'self' https://a.example https://b.example data:", await Policy(), StringComparison.Ordinal);
        await desk.Press("plugins/allow", new() { ["plugin"] = "mark", ["origin"] = "https://c.example", ["scripts"] = "true" });
        Assert.Contains("script-src-elem 'self' https://c.example;", await Policy(), StringComparison.Ordinal);
        var refused = await desk.Press("plugins/sites", new() { ["plugin"] = "mark", ["origins"] = "https://a.example/path" });
        Assert.Contains("\"https://a.example/path\" cannot be allowed: it has a path", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Send("plugins/allow", new() { ["plugin"] = "mark", ["origin"] = "https://d.example" })).Status);
    }

    [Theory]
    [InlineData("""{"plugins": {"mark": {"closed": true, "origins": ["https://a.example; script-src *"]}}}""")]
    [InlineData("""{"plugins": {"mark": {"closed": true, "origins": ["*"]}}}""")]
    [InlineData("""{"plugins": {"mark": {"scripts": ["javascript:alert(1)"]}}}""")]
    [InlineData("""{"plugins": {"mark": null}}""")]
    [InlineData("""{"plugins": {"__proto__": {"closed": true}}}""")]
    [InlineData("""{"brandings": {"default": {"mode": "sometimes"}}}""")]
    [InlineData("""{"brandings": {"default": null}}""")]
    [InlineData("""{"plugin": {}}""")]
    public async Task As_nobody_could_mean_it_is_refused_and_changes_nothing(string body)
    {
        var before = (await house.Admin.Send(HttpMethod.Get, "branding-plan"))["seq"]!.ToJsonString();
        using var answer = await house.Admin.PutAsync(Door, new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(before, (await house.Admin.Send(HttpMethod.Get, "branding-plan"))["seq"]!.ToJsonString());
    }

    [Fact]
    public async Task Has_an_end_before_headers_become_too_long()
    {
        var sites = Enumerable.Range(0, 21).Select(number => $"https://s{number}.example").ToArray();
        using var one = await house.Admin.PutAsync(Door, Json(new { plugins = new { mark = new { origins = sites } } }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.StatusCode);
        using var many = await house.Admin.PutAsync(Door, Json(new { plugins = Enumerable.Range(0, 4).ToDictionary(plugin => $"p{plugin}", plugin => new { origins = Enumerable.Range(0, 20).Select(number => $"https://s{number}.p{plugin}.example") }) }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        using var unknown = await house.Admin.PutAsync(Door, Json(new { brandings = new Dictionary<string, object> { ["0123456789abcdef"] = new { mode = "off" } } }));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static StringContent Json(object body) => new(System.Text.Json.JsonSerializer.Serialize(body), null, "application/json");

    private Task<JsonNode> Set(object wish) => house.Admin.Send(HttpMethod.Put, Door, wish);

    private async Task<JsonNode> Page() => (await house.Admin.Send(HttpMethod.Get, Door))["pages"]!.AsArray().Single(page => (bool)page!["active"]!)!;

    private async Task<string> Policy()
    {
        using var answer = await house.Http.GetAsync("/webapp2/");
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
