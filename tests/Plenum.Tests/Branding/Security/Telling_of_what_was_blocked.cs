using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Security;

/// <summary>Anybody may claim anything; administrators must not drown in it, nor be led to believe in plugins that are not there.</summary>
public sealed class Telling_of_what_was_blocked(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    private const string Door = "plenum/blocked-calls";

    [Fact]
    public async Task Is_kept_once_with_its_counts_and_can_be_allowed_and_forgotten()
    {
        var page = await Shown("told");
        using var anna = await Caller.Join(house.Server, Furniture.Open.Alias(1));
        foreach (var times in (int[])[1, 4])
            Assert.True((bool)(await anna.Post(Door, new { plugin = "told", version = "1", directive = "connect-src", blocked = "https://api.example/secret?token=1", count = times }))!);
        await Report(page, "told", "https://api.example/secret");
        var told = Assert.Single(await Read("told"))!;
        Assert.Equal(("connect-src", "https://api.example", "1.0", 5, 1), ((string)told["directive"]!, (string)told["origin"]!, (string)told["version"]!, (int)told["times"]!, (int)told["pages"]!));
        Assert.Equal((Furniture.Open.Alias(1), true, false), ((string)told["conference"]!, (bool)told["allowable"]!, (bool)told["allowed"]!));

        await house.Admin.Send(HttpMethod.Post, "branding-plan/content-security/allow", new { plugin = "told", origin = (string)told["origin"]! });
        Assert.True((bool)Assert.Single(await Read("told"))!["allowed"]!);
        await house.Admin.Send(HttpMethod.Delete, "blocked-calls?plugin=told");
        Assert.Empty(await Read("told"));
    }

    [Theory]
    [InlineData("unheard-of", "connect-src", "https://evil.example")]
    [InlineData("__proto__", "connect-src", "https://evil.example")]
    [InlineData("forged", "make-me-owner", "https://evil.example")]
    [InlineData("forged", "connect-src", "https://")]
    [InlineData("forged", "connect-src", "chrome-extension://abc/x.js")]
    [InlineData("forged", "connect-src", "<script>alert(1)</script>")]
    public async Task About_what_is_not_there_is_dropped(string plugin, string directive, string blocked)
    {
        await Shown("forged");
        using var anna = await Caller.Join(house.Server, Furniture.Open.Alias(2));
        Assert.False((bool)(await anna.Post(Door, new { plugin, version = "1.0", directive, blocked }))!);
        Assert.Empty(await Read("forged"));
    }

    [Fact]
    public async Task By_a_flood_is_kept_within_bounds_and_others_are_heard()
    {
        await Shown("flood");
        using var loud = await Caller.Join(house.Server, Furniture.Open.Alias(3));
        using var quiet = await Caller.Join(house.Server, Furniture.Open.Alias(3), "Ben");
        var kept = 0;
        for (var number = 0; number < 60; number++)
            if ((bool)(await loud.Post(Door, new { plugin = "flood", version = "1.0", directive = "img-src", blocked = $"https://s{number}.example", count = 1e9 }))!) kept++;
        Assert.InRange(kept, 1, 40);
        Assert.True((bool)(await quiet.Post(Door, new { plugin = "flood", version = "1.0", directive = "img-src", blocked = "https://quiet.example" }))!);
        Assert.Equal(kept + 1, (await Read("flood")).Count);
        Assert.All(await Read("flood"), row => Assert.InRange((int)row!["times"]!, 1, 10_000));
    }

    [Fact]
    public async Task By_megabytes_or_nonsense_is_refused_or_dropped_and_harms_nobody()
    {
        var page = await Shown("nonsense");
        using (var long_ = await Send(page, new string('x', 1_000_000))) Assert.Equal(HttpStatusCode.RequestEntityTooLarge, long_.StatusCode);
        using (var chunked = await house.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{page}blocked-calls") { Content = new StreamContent(new MemoryStream(new byte[3_000_000])), Headers = { TransferEncodingChunked = true } }))
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
        foreach (var body in (string[])["", "[]", "{", "null", """{"csp-report": 7}""", """{"csp-report": {"effective-directive": 1, "blocked-uri": {}}}""", $"{new string('[', 5000)}", "\"\\ud800\"",
            """{"csp-report": {"effective-directive": "connect-src", "blocked-uri": "https://x.example", "source-file": "http://[/"}}"""])
            using (var answer = await Send(page, body)) Assert.True(answer.StatusCode is HttpStatusCode.NoContent, $"{body}: {answer.StatusCode}");
        using (var elsewhere = await Send("/webapp2/@0123456789abcdef/", """{"csp-report": {"effective-directive": "connect-src", "blocked-uri": "https://x.example"}}""")) Assert.Equal(HttpStatusCode.NoContent, elsewhere.StatusCode);
        Assert.Empty(await Read("nonsense"));
        // The plugin is read off the files of the page, never believed.
        var claimed = (await house.Admin.Send(HttpMethod.Get, "blocked-calls?plugin=")).AsArray();
        Assert.All(claimed, row => Assert.False((bool)row!["allowable"]!));
    }

    [Fact]
    public async Task Is_for_people_in_the_meeting_and_pages_of_this_server()
    {
        using var answer = await house.Http.PostAsync($"/api/client/v2/conferences/{Furniture.Open.Alias(1)}/{Door}", new StringContent("""{"plugin":"mark","directive":"img-src","blocked":"https://x.example"}"""));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> Shown(string plugin)
    {
        var id = await house.Admin.Id(Packages.Of(plugin,
            ("settings.json", $"{{\"plugins\": [{{\"id\": \"{plugin}\", \"srcURL\": \"plugins/{plugin}/p.json\", \"enabled\": true}}]}}"),
            ($"plugins/{plugin}/p.json", $"{{\"id\": \"{plugin}\", \"name\": \"{plugin}\", \"version\": \"1.0\", \"srcURL\": \"p.js\"}}"),
            ($"plugins/{plugin}/p.js", $"PEX.pluginAPI.registerPlugin({{ id: '{plugin}', load: () => {{}}, unload: () => {{}} }});")));
        await house.Admin.Activate(id);
        return $"/webapp2/@{id}/";
    }

    private async Task Report(string page, string plugin, string blocked)
    {
        using var answer = await Send(page, new JsonObject
        {
            ["csp-report"] = new JsonObject
            {
                ["effective-directive"] = "connect-src",
                ["blocked-uri"] = blocked,
                ["source-file"] = $"{house.Server.Address}{page[1..]}custom_configuration/plugins/{plugin}/p.js",
            },
        }.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Send(string page, string body) =>
        house.Http.PostAsync($"{page}blocked-calls", new StringContent(body, Encoding.UTF8, "application/csp-report"));

    private async Task<JsonArray> Read(string plugin) => (await house.Admin.Send(HttpMethod.Get, $"blocked-calls?plugin={plugin}")).AsArray();
}
