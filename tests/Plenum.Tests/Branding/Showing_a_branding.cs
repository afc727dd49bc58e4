using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Plenum.Tests.Management.Pages;

namespace Plenum.Tests.Branding;

public sealed class Showing_a_branding(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    [Fact]
    public async Task Is_for_whoever_comes_next_while_open_pages_keep_theirs_and_goes_back_again()
    {
        var (first, second) = (await house.Admin.Id(Packages.Of("first")), await house.Admin.Id(Packages.Of("second")));
        await house.Admin.Activate(first);
        var open = await house.Base();
        await house.Admin.Activate(second);
        Assert.Contains("second", await house.Mark(), StringComparison.Ordinal);
        Assert.Contains("'first'", await house.Http.GetStringAsync(open + "custom_configuration/plugins/mark/mark.plugin.js"), StringComparison.Ordinal);
        await house.Admin.Activate(first);
        Assert.Contains("first", await house.Mark(), StringComparison.Ordinal);
        Assert.Contains("first", await house.Http.GetStringAsync("/webapp2/custom_configuration/manifest.json"), StringComparison.Ordinal);
        var history = (await house.Admin.Send(HttpMethod.Get, "branding-plan/history")).AsArray();
        Assert.Equal([first, second, first], history.Take(3).Select(plan => (string)plan!["active"]!));
        await house.Admin.Activate("default");
        Assert.Contains("10000000", await house.Mark(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_in_the_history_of_the_page_and_is_one_press_away()
    {
        var (before, after) = (await house.Admin.Upload(Packages.Of("before"), "Before.zip"), await house.Admin.Upload(Packages.Of("after", ("images/new.txt", "x")), "After.zip"));
        await house.Admin.Activate((string)before["id"]!);
        await house.Admin.Activate((string)after["id"]!);
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);

        var compared = await desk.Open($"branding/{before["id"]}?from={after["id"]}");
        Assert.Contains("What changes from After to Before", compared.Text, StringComparison.Ordinal);
        Assert.Contains("<code>images/new.txt</code>", compared.Text, StringComparison.Ordinal);
        var history = (await desk.Open("branding")).Text.Split("What was shown")[1];
        Assert.True(history.IndexOf(">After</a>", StringComparison.Ordinal) < history.IndexOf(">Before</a>", StringComparison.Ordinal));
        Assert.DoesNotContain("Back to this: After", history, StringComparison.Ordinal);

        Assert.Contains("Back to this: Before", history, StringComparison.Ordinal);
        await desk.Press($"branding/{before["id"]}/activate");
        Assert.Contains("before", await house.Mark(), StringComparison.Ordinal);
        Assert.Contains("Back to this: After", (await desk.Open("branding")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlives_a_restart_with_the_pages_that_were_open()
    {
        var (old, now) = (await house.Admin.Id(Packages.Of("old")), await house.Admin.Id(Packages.Of("now")));
        await house.Admin.Activate(old);
        var open = await house.Base();
        await house.Admin.Activate(now);
        await house.Server.Restart();
        Assert.Contains("now", await house.Mark(), StringComparison.Ordinal);
        Assert.Contains("old", await house.Http.GetStringAsync(open + "custom_configuration/manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_for_one_conference_or_one_host_name_only()
    {
        var (conference, host) = (await house.Admin.Id(Packages.Of("conference")), await house.Admin.Id(Packages.Of("host")));
        await house.Admin.Activate("default");
        await house.Admin.Send(HttpMethod.Put, "branding-plan/rules", new
        {
            rules = new object[] { new { conference = "MEET.open.3", branding = conference }, new { host = "brand.example", branding = host } },
        });
        Assert.Contains("\"conference\"", await house.Mark("/webapp2/conference/meet.open.3"), StringComparison.Ordinal);
        Assert.Contains("\"conference\"", await house.Mark("/webapp2/conference?conference=meet.open.3"), StringComparison.Ordinal);
        Assert.Contains("\"host\"", await house.Mark("/webapp2/", "brand.example:8080"), StringComparison.Ordinal);
        Assert.Contains("\"10000000\"", await house.Mark("/webapp2/conference/meet.open.4"), StringComparison.Ordinal);
        Assert.Equal(conference, await house.Http.GetStringAsync("/webapp2/branding?conference=meet.open.3"));
        using var taken = await house.Admin.DeleteAsync($"brandings/{host}");
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        using var unknown = await house.Admin.PutAsync("branding-plan/rules", new StringContent("{\"rules\": [{\"host\": \"x\", \"branding\": \"0123456789abcdef\"}]}", null, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        await house.Admin.Send(HttpMethod.Put, "branding-plan/rules", new { rules = Array.Empty<object>() });
        Assert.Contains("\"10000000\"", await house.Mark("/webapp2/conference/meet.open.3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_looked_at_first_by_whoever_has_the_link()
    {
        var id = await house.Admin.Id(Packages.Of("ahead"));
        await house.Admin.Activate("default");
        var preview = await house.Admin.Send(HttpMethod.Post, $"brandings/{id}/preview");
        Assert.Contains("ahead", await house.Mark(new Uri((string)preview["url"]!).PathAndQuery), StringComparison.Ordinal);
        Assert.Contains("ahead", await house.Mark($"/webapp2/conference/meet.open.1?{preview["query"]}"), StringComparison.Ordinal);
        Assert.Contains("10000000", await house.Mark($"/webapp2/?branding={id}"), StringComparison.Ordinal);
        Assert.Contains("10000000", await house.Mark($"/webapp2/?branding={id}&preview=9999999999.forged"), StringComparison.Ordinal);
        Assert.Contains("10000000", await house.Mark(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_compared_with_another_before()
    {
        var before = await house.Admin.Id(Packages.Of("compared", ("gone.txt", "x")));
        var after = await house.Admin.Id(Packages.Of("compared",
            ("new.txt", "x"), ("plugins/mark/mark.plugin.package.json", "{\"id\": \"mark\", \"name\": \"Mark\", \"version\": \"2.0\", \"srcURL\": \"mark.plugin.js\"}")));
        var diff = await house.Admin.Send(HttpMethod.Get, $"brandings/{after}/diff?from={before}");
        Assert.Equal(["new.txt"], Texts(diff["added"]));
        Assert.Equal(["gone.txt"], Texts(diff["removed"]));
        Assert.Equal(["plugins/mark/mark.plugin.package.json"], Texts(diff["changed"]));
        Assert.Equal("""[{"id":"mark","before":"1.0","after":"2.0"}]""", diff["plugins"]!.ToJsonString());
        var fromDefault = await house.Admin.Send(HttpMethod.Get, $"brandings/{after}/diff?from=default");
        Assert.Equal("""[{"id":"mark","before":null,"after":"2.0"}]""", fromDefault["plugins"]!.ToJsonString());
    }

    [Fact]
    public async Task Begins_with_the_default_package_which_is_taken_as_it_is()
    {
        var package = await house.Admin.GetByteArrayAsync("brandings/default/package");
        using var archive = new ZipArchive(new MemoryStream(package));
        Assert.Equal(["webapp2/manifest.json", "webapp2/settings.json"], archive.Entries.Select(entry => entry.FullName).Order());
        var told = await house.Admin.Upload(package);
        Assert.Empty(told["problems"]!.AsArray());
        using var again = new ZipArchive(new MemoryStream(await house.Admin.GetByteArrayAsync($"brandings/{told["id"]}/package")));
        Assert.Equal(archive.Entries.Select(entry => (entry.FullName, entry.Crc32)).Order(), again.Entries.Select(entry => (entry.FullName, entry.Crc32)).Order());
    }

    [Fact]
    public async Task Warns_when_another_branding_has_the_same_brandingID()
    {
        await house.Admin.Id(Packages.Of("twin"));
        var told = await house.Admin.Upload(Packages.Of("twin", ("more.txt", "x")));
        Assert.Contains(told["problems"]!.AsArray(), problem => (string)problem!["severity"]! == "warning" && ((string)problem["message"]!).Contains("brandingID twin is that of branding too", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_the_page_what_the_checker_says()
    {
        var id = await house.Admin.Id(Packages.Of("findings", ("manifest.json", "{\"brandingID\": 9}")));
        var told = JsonNode.Parse(await house.Http.GetStringAsync($"/webapp2/@{id}/findings.json"))!["problems"]!.AsArray();
        Assert.Contains(told, problem => (string)problem!["file"]! == "manifest.json" && ((string)problem["message"]!).Contains("isSettingsBranded", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Http.GetAsync("/webapp2/@0123456789abcdef/findings.json")).StatusCode);
    }

    [Theory]
    [InlineData("Accept-Language", "he, ar-EG;q=0.9", "<html lang=\"ar\" dir=\"rtl\">", "<h1>الاجتماع</h1>")]
    [InlineData("Cookie", "plenum-language=ar", "<html lang=\"ar\" dir=\"rtl\">", "<h1>الاجتماع</h1>")]
    [InlineData("Cookie", "plenum-language=he", "<html lang=\"en\">", "<h1>Join a meeting</h1>")]
    public async Task Speaks_a_language_that_it_brings_from_the_first_paint_on_and_from_its_own_side(string header, string wish, string root, string title)
    {
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("arabic", ("languages/ar.json", "{\"joining\": {\"landingTitle\": \"الاجتماع\"}}"))));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/webapp2/");
        request.Headers.TryAddWithoutValidation(header, wish);
        using var answer = await house.Http.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        await house.Admin.Activate("default");
        Assert.Contains(root, page, StringComparison.Ordinal);
        Assert.Contains(title, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_deleting_it_unless_it_is_shown()
    {
        var id = await house.Admin.Id(Packages.Of("deleted"));
        await house.Admin.Activate(id);
        using (var shown = await house.Admin.DeleteAsync($"brandings/{id}")) Assert.Equal(HttpStatusCode.Conflict, shown.StatusCode);
        await house.Admin.Activate("default");
        await house.Admin.Send(HttpMethod.Delete, $"brandings/{id}");
        using (var gone = await house.Admin.GetAsync($"brandings/{id}")) Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using (var again = await house.Admin.PostAsync($"brandings/{id}/activate", null)) Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        var audit = (await house.Admin.Send(HttpMethod.Get, $"audit?search={id}"))["items"]!.AsArray().Select(line => (string)line!["what"]!);
        Assert.Equal(["branding deleted", "branding activated", "branding activated", "branding uploaded"], audit);
        Assert.Contains((await house.Admin.Send(HttpMethod.Get, "brandings/removed")).AsArray(), one => (string)one!["id"]! == id);
        await house.Admin.Send(HttpMethod.Post, $"brandings/{id}/restore");
        await house.Admin.Activate(id);
        await house.Admin.Activate("default");
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
