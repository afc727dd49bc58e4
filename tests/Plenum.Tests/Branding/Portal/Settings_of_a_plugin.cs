using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Plenum.Tests.Branding.Portal;

[Collection(nameof(A_portal))]
public sealed class Settings_of_a_plugin(A_portal portal)
{
    [Fact]
    public async Task Are_refused_with_every_mistake_and_change_nothing()
    {
        var id = await portal.WithPhoneBook("Refused");
        await portal.Set(id, """{"server": "https://before.example"}""");
        using var answer = await portal.Admin.Send(HttpMethod.Put, $"customizations/{id}/plugins/{A_phone_book.Id}/settings", """{"settings": {"server": "no", "most": 99, "entries": [{"name": "A"}]}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["entries[0].address", "most", "server"],
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]!.AsArray().Select(problem => (string)problem!["path"]!).Order());
        Assert.Contains("https://before.example", (await portal.Package(id))["plugins/phone-book/settings.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_secret_are_never_told_again()
    {
        var id = await portal.WithPhoneBook("Secret");
        await portal.Set(id, """{"server": "https://a.b", "token": "open-sesame"}""");
        var kept = await portal.Set(id, """{"server": "https://c.d"}""");
        Assert.Equal("""["token"]""", kept["plugins"]![0]!["secretsSet"]!.ToJsonString());
        Assert.DoesNotContain("open-sesame", kept.ToJsonString(), StringComparison.Ordinal);
        Assert.All((await portal.Package(id)).Values, text => Assert.DoesNotContain("open-sesame", text, StringComparison.Ordinal));
        Assert.DoesNotContain("open-sesame", (await portal.Admin.Get("audit?take=200")).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", (await portal.Desk.Open($"portal/{id}/settings?plugin={A_phone_book.Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", portal.Server.Output, StringComparison.Ordinal);
        var gone = await portal.Set(id, """{"server": "https://c.d", "token": null}""");
        Assert.Equal("[]", gone["plugins"]![0]!["secretsSet"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"settings": 5}""")]
    [InlineData("""{"settings": null}""")]
    [InlineData("""{}""")]
    [InlineData("""{"settings": {}, "more": 1}""")]
    public async Task Are_an_object(string body)
    {
        var id = await portal.WithPhoneBook("Objects");
        Assert.Equal(422, (await portal.Admin.Refused(HttpMethod.Put, $"customizations/{id}/plugins/{A_phone_book.Id}/settings", body)).Status);
    }

    [Fact]
    public async Task That_are_huge_or_deep_are_refused()
    {
        var id = await portal.WithPhoneBook("Huge");
        var path = $"customizations/{id}/plugins/{A_phone_book.Id}/settings";
        Assert.Equal(413, (await portal.Admin.Refused(HttpMethod.Put, path, $$"""{"settings": {"title": "{{new string('x', 2_000_000)}}"} }""")).Status);
        Assert.Equal(400, (await portal.Admin.Refused(HttpMethod.Put, path, $$"""{"settings": {"title": {{new string('[', 500)}}{{new string(']', 500)}} } }""")).Status);
    }

    [Fact]
    public async Task Are_a_form_whatever_the_schema_of_a_stranger_says()
    {
        var burning = """{"type": "object", "properties": {"it": {"type": "string", "title": "<script>alert(1)</script>", "pattern": "^(a+)+$", "default": 5}, "__proto__": {"type": "string"}, "deep": {"type": "object", "properties": {"x": {"type": "object"}}}}}""";
        var files = A_phone_book.Files();
        files[A_phone_book.File] = A_phone_book.Package(burning);
        var branding = await portal.Http.Id(A_portal.Zipped(files));
        var findings = (await portal.Admin.Get($"brandings/{branding}"))["problems"]!.AsArray().Select(problem => (string)problem!["message"]!).ToList();
        Assert.Contains(findings, message => message.Contains("nothing for the type object", StringComparison.Ordinal));
        var id = await portal.Begin("Stranger", branding);
        using var answer = await portal.Http.GetAsync(new Uri(portal.Server.Address, $"/admin/portal/{id}/settings?plugin={A_phone_book.Id}"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        using var burnt = await portal.Admin.Send(HttpMethod.Put, $"customizations/{id}/plugins/{A_phone_book.Id}/settings", $$"""{"settings": {"it": "{{new string('a', 5_000)}}!"} }""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, burnt.StatusCode);
    }

    [Fact]
    public async Task That_nest_deeper_than_anybody_reads_are_refused_with_their_package()
    {
        var files = A_phone_book.Files();
        files[A_phone_book.File] = A_phone_book.Package($$"""{"properties": {{string.Concat(Enumerable.Repeat("{\"a\":", 100))}}1{{new string('}', 100)}} }""");
        using var answer = await portal.Http.PostAsync("brandings", Packages.Form(A_portal.Zipped(files)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("nested deeper than 64", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }
}
