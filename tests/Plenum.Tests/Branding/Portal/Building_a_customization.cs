using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Plenum.Tests.Branding.Portal;

[Collection(nameof(A_portal))]
public sealed class Building_a_customization(A_portal portal)
{
    [Fact]
    public async Task Stores_a_branding_shows_it_and_is_the_same_twice()
    {
        var id = await portal.Begin("Built");
        await portal.Admin.Patch($"customizations/{id}", new { brandName = "Built Corp" });
        var stored = await portal.Admin.Post($"customizations/{id}/build");
        Assert.Equal(("Built", false), ((string)stored["name"]!, (bool)stored["active"]!));
        Assert.NotEqual("", (string)stored["brandingId"]!);
        var shown = await portal.Admin.Post($"customizations/{id}/build?activate=true");
        Assert.Equal((string)stored["id"]!, (string)shown["id"]!);
        Assert.True((bool)shown["active"]!);
        Assert.Contains("Built Corp", await portal.Http.GetStringAsync(new Uri(portal.Server.Address, "/webapp2/custom_configuration/styles/zz-portal.css")), StringComparison.Ordinal);
        await portal.Admin.Post("brandings/default/activate");
    }

    [Fact]
    public async Task Is_refused_as_an_upload_would_be_while_something_is_missing()
    {
        var id = await portal.WithPhoneBook("Missing a server");
        Assert.False((bool)(await portal.Admin.Post($"customizations/{id}/check"))["usable"]!);
        foreach (var (method, step) in new[] { (HttpMethod.Post, "build"), (HttpMethod.Post, "preview"), (HttpMethod.Get, "package") })
        {
            using var answer = await portal.Admin.Send(method, $"customizations/{id}/{step}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("server of Phone book: Fill this in", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task To_look_at_it_shows_it_to_nobody_else_and_leaves_one_behind_at_most()
    {
        var id = await portal.Begin("Looked at");
        var looked = new List<string>();
        foreach (var name in (string[])["One", "Two", "Two"])
        {
            await portal.Admin.Patch($"customizations/{id}", new { brandName = name });
            var preview = await portal.Admin.Post($"customizations/{id}/preview");
            var branding = (string)preview["query"]!;
            looked.Add(branding.Split('&')[0].Split('=')[1]);
            var page = await portal.Http.GetStringAsync(new Uri((string)preview["url"]!));
            Assert.Contains($"@{looked[^1]}", page, StringComparison.Ordinal);
        }
        Assert.Equal(looked[1], looked[2]);
        Assert.Equal(404, (await portal.Admin.Refused(HttpMethod.Get, $"brandings/{looked[0]}")).Status);
        await portal.Admin.Get($"brandings/{looked[1]}");

        await portal.Admin.Post($"customizations/{id}/build");
        await portal.Admin.Patch($"customizations/{id}", new { brandName = "Three" });
        await portal.Admin.Post($"customizations/{id}/preview");
        await portal.Admin.Get($"brandings/{looked[1]}");
    }

    [Fact]
    public async Task Has_the_logo_that_was_sent_cleaned()
    {
        var id = await portal.Begin("Pictures");
        Assert.Equal(HttpStatusCode.OK, await Picture(id, "logo", "<svg xmlns='http://www.w3.org/2000/svg' xmlns:i='http://inkscape.example'><i:grid/><path d='M0 0h4'/></svg>"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, await Picture(id, "watermark", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1]));
        var files = await portal.Package(id);
        Assert.Contains("<path", files["images/portal-logo.svg"], StringComparison.Ordinal);
        Assert.DoesNotContain("grid", files["images/portal-logo.svg"], StringComparison.Ordinal);
        Assert.Contains("--pl-brand-logo: url('../images/portal-logo.svg')", files["styles/zz-portal.css"], StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(files["manifest.json"])!["isWatermarkBranded"]!);

        Assert.Equal(HttpStatusCode.OK, await Picture(id, "logo", [0xFF, 0xD8, 0xFF, 1]));
        Assert.DoesNotContain("images/portal-logo.svg", (await portal.Package(id)).Keys);
        await portal.Admin.Delete($"customizations/{id}/pictures/logo");
        Assert.DoesNotContain((await portal.Package(id)).Keys, path => path.StartsWith("images/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Takes_no_picture_that_would_run_something_or_is_none()
    {
        var id = await portal.Begin("Bad pictures");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Picture(id, "logo", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Picture(id, "logo", "<html>"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Picture(id, "logo", "GIF89a"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Picture(id, "logo", []));
        Assert.Equal(HttpStatusCode.NotFound, await Picture(id, "portrait", [0xFF, 0xD8, 0xFF]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Picture(id, "logo", new byte[2_000_000]));
    }

    private async Task<HttpStatusCode> Picture(string id, string which, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/svg+xml") } };
        using var answer = await portal.Http.PutAsync($"customizations/{id}/pictures/{which}", content);
        return answer.StatusCode;
    }
}
