using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

[Collection(nameof(A_browser))]
public sealed class A_branding_in_a_browser(A_browser browser, A_server_to_brand branded) : In_a_browser(browser), IClassFixture<A_server_to_brand>
{
    private const string Logo = "<svg xmlns='http://www.w3.org/2000/svg' id='a' viewBox='0 0 9 9' width='9' height='9'><path d='M0 0h9v9z'/></svg>";

    [Fact]
    public async Task Changes_colours_name_logo_watermark_and_words()
    {
        await branded.Admin.Activate(await branded.Admin.Id(Packages.Of("looks",
            ("manifest.json", """{"brandingID": "looks", "isSettingsBranded": true, "isWatermarkBranded": true, "isStylesBranded": true}"""),
            ("styles/styles.css", ":root { --pl-accent: rgb(122, 31, 162); --pl-brand-name: 'Example Corp'; --pl-brand-logo: url('../images/logo.svg'); }"),
            ("images/logo.svg", Logo), ("watermark/watermark.svg", Logo),
            ("languages/en.json", """{"joining": {"landingTitle": "Welcome to Example"}}"""), ("languages/es.json", """{"joining": {"landingTitle": "Le damos la bienvenida"}}"""))));
        var person = await SomebodyAt(branded.Server.Address);
        await person.Open("/webapp2/");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Welcome to Example" })).ToBeVisibleAsync();
        Assert.Equal("rgb(122, 31, 162)", await Style(person, "button[type=submit]", "background-color"));
        Assert.Contains("Example Corp", await Style(person, ".lobby-brand", "content", "::after"), StringComparison.Ordinal);
        var logo = await Style(person, ".lobby-brand", "background-image", "::before");
        Assert.Matches("/webapp2/@[0-9a-f]{16}/custom_configuration/images/logo.svg", logo);

        await person.Open("/webapp2/settings");
        await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Appearance" }).ClickAsync();
        await person.Page.GetByLabel("Language").SelectOptionAsync("español");
        await person.Open("/webapp2/");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Le damos la bienvenida" })).ToBeVisibleAsync();
        Assert.Equal("es", await person.Page.EvaluateAsync<string>("document.documentElement.lang"));

        await person.Enters(Furniture.Open.Alias(1), "Anna");
        var watermark = await Style(person, ".stage", "background-image", "::after");
        Assert.Matches("/webapp2/@[0-9a-f]{16}/custom_configuration/watermark/watermark.svg", watermark);
        foreach (var picture in (string[])[logo, watermark]) await branded.Http.GetStringAsync(picture.Split('"')[1]);
    }

    [Fact]
    public async Task Leaves_out_what_its_manifest_does_not_want()
    {
        await branded.Admin.Activate(await branded.Admin.Id(Packages.Of("gated",
            ("styles/styles.css", ":root { --pl-brand-name: 'Not yet'; }"), ("watermark/watermark.svg", Logo),
            ("manifest.json", """{"brandingID": "gated", "isSettingsBranded": false, "isWatermarkBranded": false, "isStylesBranded": false}"""))));
        var person = await SomebodyAt(branded.Server.Address);
        await person.Open("/webapp2/");
        Assert.Contains("Plenum", await Style(person, ".lobby-brand", "content", "::after"), StringComparison.Ordinal);
        await person.Enters(Furniture.Open.Alias(2), "Anna");
        Assert.Equal("none", await Style(person, ".stage", "background-image", "::after"));
        Assert.Null(await person.Page.EvaluateAsync<string?>("window.mark ?? null"));
    }

    [Fact]
    public async Task Says_under_Settings_what_its_administrator_was_told()
    {
        await branded.Admin.Activate(await branded.Admin.Id(Packages.Of("told", ("manifest.json", "{\"brandingID\": \"told\",\n\"isSettingsBranded\": \"true\"}"))));
        var person = await SomebodyAt(branded.Server.Address);
        await person.Open("/webapp2/settings");
        await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        await person.Sees("manifest.json:2 \"isSettingsBranded\" is read as true; write it so, without quotes.");
    }

    [Fact]
    public async Task Of_one_conference_is_put_on_when_somebody_goes_there()
    {
        await branded.Admin.Activate("default");
        var id = await branded.Admin.Id(Packages.Of("there", ("styles/styles.css", ":root { --pl-brand-name: 'Over there'; }"),
            ("manifest.json", """{"brandingID": "there", "isSettingsBranded": true, "isStylesBranded": true}""")));
        await branded.Admin.Send(HttpMethod.Put, "branding-plan/rules", new { rules = new[] { new { conference = Furniture.Open.Alias(5), branding = id } } });
        var person = await SomebodyAt(branded.Server.Address);
        await person.Open("/webapp2/");
        await person.Writes("Meeting name", Furniture.Open.Alias(5));
        await person.Presses("Continue");
        await Assertions.Expect(person.Page.Locator($"base[href='/webapp2/@{id}/']")).ToHaveCountAsync(1);
        Assert.Contains("Over there", await Style(person, ".lobby-brand", "content", "::after"), StringComparison.Ordinal);
        await branded.Admin.Send(HttpMethod.Put, "branding-plan/rules", new { rules = Array.Empty<object>() });
    }

    private static async Task<string> Style(Person person, string selector, string property, string? part = null)
    {
        await Assertions.Expect(person.Page.Locator(selector).First).ToBeVisibleAsync();
        return await person.Page.EvaluateAsync<string>(
            "([selector, property, part]) => getComputedStyle(document.querySelector(selector), part).getPropertyValue(property)", new[] { selector, property, part });
    }
}
