using System.Net;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;

namespace Plenum.Tests.Branding.Portal;

[Collection(nameof(A_portal))]
public sealed class Customizations(A_portal portal)
{
    [Fact]
    public async Task Are_begun_named_changed_and_listed()
    {
        var id = await portal.Begin("Spring");
        var changed = await portal.Admin.Patch($"customizations/{id}", new
        {
            name = "Summer",
            brandName = "Example Corp",
            colours = new Dictionary<string, object> { ["accent"] = new { light = "#7A1FA2", dark = "#e1a6ff" } },
            texts = new Dictionary<string, object> { ["en"] = new Dictionary<string, string> { ["joining.join"] = "Come in" } },
        });
        Assert.Equal(("Summer", "Example Corp", "#7a1fa2"), ((string)changed["name"]!, (string)changed["brandName"]!, (string)changed["colours"]!["accent"]!["light"]!));
        Assert.Equal(changed.ToJsonString(), (await portal.Admin.Get($"customizations/{id}")).ToJsonString());
        Assert.Contains((await portal.Admin.Get("customizations")).AsArray(), line => (string)line!["id"]! == id && (string)line["name"]! == "Summer");
        var files = await portal.Package(id);
        Assert.Contains("--pl-accent: light-dark(#7a1fa2, #e1a6ff)", files["styles/zz-portal.css"], StringComparison.Ordinal);
        Assert.Contains("Come in", files["languages/en.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_deleted_and_brought_back_with_their_files()
    {
        var id = await portal.WithPhoneBook("Autumn");
        await portal.Admin.Delete($"customizations/{id}");
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Get, $"customizations/{id}")).Status);
        Assert.Contains((await portal.Admin.Get("customizations/removed")).AsArray(), line => (string)line!["id"]! == id);
        var back = await portal.Admin.Post($"customizations/{id}/restore");
        Assert.Contains(back["files"]!.AsArray(), file => (string)file! == A_phone_book.File);
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Post, $"customizations/{id}/restore")).Status);
    }

    [Fact]
    public async Task Are_doubled_and_go_on_apart_from_each_other()
    {
        var id = await portal.WithPhoneBook("Winter");
        await portal.Set(id, """{"server": "https://a.b", "token": "hush-hush"}""");
        var copy = await portal.Admin.Post($"customizations/{id}/duplicate");
        Assert.Equal("Copy of Winter", (string)copy["name"]!);
        Assert.Equal("""["token"]""", copy["plugins"]![0]!["secretsSet"]!.ToJsonString());
        await portal.Admin.Delete($"customizations/{copy["id"]}/plugins/{A_phone_book.Id}");
        Assert.Contains(A_phone_book.File, (await portal.Package(id)).Keys);
        Assert.DoesNotContain(A_phone_book.File, (await portal.Package((string)copy["id"]!)).Keys);
    }

    [Fact]
    public async Task Begin_from_a_stored_branding_or_a_package_and_lose_nothing_of_it()
    {
        var fromBranding = await portal.Begin("From a branding", portal.Stored);
        using var answer = await portal.Http.PostAsync("customizations/package", Packages.Form(A_portal.Zipped(A_phone_book.Files(("styles/own.css", "a {}"))), "mine.zip"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var fromPackage = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("mine", (string)fromPackage["name"]!);
        foreach (var id in new[] { fromBranding, (string)fromPackage["id"]! })
        {
            await portal.Set(id, """{"server": "https://a.b"}""");
            var files = await portal.Package(id);
            Assert.Equal("a {}", files["styles/own.css"]);
            Assert.Contains("\"server\": \"https://a.b\"", files["plugins/phone-book/settings.json"], StringComparison.Ordinal);
        }
        using var broken = await portal.Http.PostAsync("customizations/package", Packages.Form("no zip"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.NotEmpty(JsonNode.Parse(await broken.Content.ReadAsStringAsync())!["problems"]!.AsArray());
    }

    [Fact]
    public async Task Have_their_plugins_in_the_order_that_is_sent()
    {
        var id = await portal.WithPhoneBook("Order");
        var official = (string)(await portal.Admin.Get("customizations/plugins")).AsArray().First(offered => (bool)offered!["official"]!)!["id"]!;
        await portal.Admin.Post($"customizations/{id}/plugins", new { plugin = official });
        Assert.Equal(409, (await portal.Admin.Refused(HttpMethod.Post, $"customizations/{id}/plugins", new { plugin = official })).Status);
        var told = await portal.Admin.Patch($"customizations/{id}", new { plugins = new object[] { new { id = official, roles = new[] { "guest" } }, new { id = A_phone_book.Id, enabled = false } } });
        Assert.Equal([official, A_phone_book.Id], told["plugins"]!.AsArray().Select(plugin => (string)plugin!["id"]!));
        Assert.Equal("""["guest"]""", told["plugins"]![0]!["roles"]!.ToJsonString());
        Assert.False((bool)told["plugins"]![1]!["enabled"]!);
    }

    [Theory]
    [InlineData("""{"plugins": []}""", "plugins")]
    [InlineData("""{"plugins": [null]}""", "plugins")]
    [InlineData("""{"plugins": [{"id": "phone-book", "roles": ["chef"]}]}""", "plugins[0].roles")]
    [InlineData("""{"plugins": [{"id": "phone-book", "platforms": ["www"]}]}""", "plugins[0].platforms")]
    [InlineData("""{"plugins": [{"id": "other"}]}""", "plugins")]
    [InlineData("""{"colours": {"pink": {"light": "#fff"}}}""", "colours")]
    [InlineData("""{"colours": {"accent": {"light": "red; } body {"}}}""", "colours.accent")]
    [InlineData("""{"texts": {"es": {}}}""", "texts")]
    [InlineData("""{"texts": {"en": {"join": "x"}}}""", "texts.en")]
    [InlineData("""{"texts": {"en": {"__proto__.x": "x"}}}""", "texts.en")]
    [InlineData("""{"texts": {"en": {"joining.join": ""}}}""", "texts.en")]
    [InlineData("""{"name": " \u202e "}""", "name")]
    [InlineData("""{"nickname": "x"}""", "nickname")]
    public async Task Refuse_what_does_not_fit_by_its_member(string body, string member)
    {
        var id = await portal.WithPhoneBook("Refusing");
        using var answer = await portal.Admin.Send(HttpMethod.Patch, $"customizations/{id}", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(member, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["member"]!);
    }

    [Fact]
    public async Task Need_the_rank_that_others_need_and_are_noted()
    {
        var id = await portal.Begin("Noted");
        var key = await portal.Admin.Post("api-keys", new { name = "looker", rank = "viewer" });
        using var viewer = Administration.WithKey(portal.Server, (string)key["key"]!);
        await viewer.Get($"customizations/{id}");
        Assert.Equal(403, (await viewer.Refused(HttpMethod.Patch, $"customizations/{id}", new { name = "Mine" })).Status);
        Assert.Equal(403, (await viewer.Refused(HttpMethod.Post, $"customizations/{id}/build")).Status);
        Assert.Contains((await portal.Admin.Get($"audit?search={id}"))["items"]!.AsArray(), line => (string)line!["what"]! == "customization begun");
        using var nobody = Administration.Unknown(portal.Server);
        Assert.Equal(401, (await nobody.Refused(HttpMethod.Get, "customizations")).Status);
        Assert.NotNull((await nobody.Get("openapi.json"))["paths"]!["/api/admin/v1/customizations/{id}/build"]);
    }

    [Fact]
    public async Task That_nobody_made_are_not_found()
    {
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, ""), (HttpMethod.Get, "/package"), (HttpMethod.Post, "/check"), (HttpMethod.Post, "/build"), (HttpMethod.Post, "/preview"), (HttpMethod.Post, "/duplicate"),
            (HttpMethod.Delete, ""), (HttpMethod.Delete, "/pictures/logo"), (HttpMethod.Delete, "/plugins/x"),
        }) Assert.Equal(404, (await portal.Admin.Refused(method, $"customizations/{Guid.NewGuid()}{path}")).Status);
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Post, "customizations", new { name = "x", branding = "0123456789abcdef" })).Status);
        var id = await portal.Begin("Missing");
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Delete, $"customizations/{id}/plugins/x")).Status);
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Post, $"customizations/{id}/plugins", new { plugin = "x" })).Status);
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Post, $"customizations/{id}/plugins", new { plugin = "x", branding = portal.Stored })).Status);
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Put, $"customizations/{id}/plugins/x/settings", new { settings = new { } })).Status);
    }
}
