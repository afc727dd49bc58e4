using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Hosting;
using Plenum.Tests.Plugins;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Security;

[Collection(nameof(A_browser))]
public sealed class A_plugin_without_encryption(A_browser browser)
{
    private const string Plugin = """
        window.PEX.pluginAPI.registerPlugin({ id: 'book', load: () => { fetch('http://intranet.example/phone-book').catch(() => {}); }, unload: () => {} });
        """;

    [Fact]
    [Trait("Form", "long")]
    public async Task Is_named_as_mixed_content_to_its_user_and_to_the_administrator()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["branding/plugins/book"]);
        await File.WriteAllTextAsync(scratch["branding/settings.json"], """{"plugins": [{"id": "book", "srcURL": "plugins/book/p.json", "enabled": true}]}""");
        await File.WriteAllTextAsync(scratch["branding/plugins/book/p.json"], """{"id": "book", "name": "Book", "version": "1.0", "srcURL": "p.js"}""");
        await File.WriteAllTextAsync(scratch["branding/plugins/book/p.js"], Plugin);
        using var server = await BuiltProgram.ServeWith(
            new Dictionary<string, string> { ["PLENUM_ADMIN_PASSWORD"] = "open sesame" }, scratch["data"], "--tls", "local", "--urls", "https://127.0.0.1:0", "--branding", scratch["branding"]);
        await using var context = await (await browser.Get(false)).NewContextAsync(new() { IgnoreHTTPSErrors = true, BaseURL = $"https://localhost:{server.Address.Port}" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/webapp2/conference/meet.open");
        await page.GetByLabel("Your name").FillAsync("Anna");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join without microphone and camera" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It wanted http://intranet.example without encryption")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        // A test's client does not know the authority, so the browser asks.
        await Until.Holds(async () =>
        {
            var told = await page.EvaluateAsync<string>("() => fetch('/api/admin/v1/blocked-calls', { headers: { Authorization: 'Basic ' + btoa('admin:open sesame') } }).then((answer) => answer.text())");
            var row = Assert.Single(JsonNode.Parse(told)!.AsArray())!;
            Assert.Equal(("book", "mixed-content", "http://intranet.example", false), ((string)row["plugin"]!, (string)row["directive"]!, (string)row["origin"]!, (bool)row["allowable"]!));
        });
    }
}
