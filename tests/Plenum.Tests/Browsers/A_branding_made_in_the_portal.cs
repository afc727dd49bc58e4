using Microsoft.Playwright;
using Plenum.Tests.Plugins.Guides;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The guides' path "Creating a branding package" by somebody who has never seen the portal, from choosing to a plugin in everybody's app.</summary>
[Collection(nameof(ScreensCollection))]
public sealed class A_branding_made_in_the_portal(A_browser browser) : In_a_browser(browser), IAsyncLifetime
{
    private const string Logo = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><circle cx='4' cy='4' r='4' fill='#7a1fa2'/></svg>";

    private PlenumProcess _server = null!;

    public async ValueTask InitializeAsync() => _server = await PlenumProcess.Start();

    [Sentence("v22-013 connect-013 v22-026 connect-026 v22-056 connect-056 v22-058 connect-058 v22-059 connect-059 v22-060 connect-060 v22-061 connect-061")]
    public async Task Is_chosen_set_coloured_looked_at_and_shown()
    {
        var admin = await SomebodyAt(_server.Address);
        await admin.Open("/admin/portal");
        await admin.Writes("Password", _server.AdminPassword);
        await admin.Presses("Sign in");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Branding portal" }).ClickAsync();
        await admin.Sees("There is no customization yet.");
        await admin.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Autumn");
        await admin.Presses("Begin");

        await Add(admin, "Directory");
        await Add(admin, "Screenshot");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Move Screenshot up" }).PressAsync("Enter");
        await admin.Sees("Saved, in the new order.");
        await Assertions.Expect(admin.Page.Locator(".portal-picks h3")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("Screenshot"), new System.Text.RegularExpressions.Regex("Directory")]);
        Assert.Empty(await NothingIsWrong.Of(admin.Page));

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Settings of Directory" }).ClickAsync();
        var rows = admin.Page.Locator(".portal-row");
        await rows.Last.GetByLabel("Name").FillAsync("Boardroom");
        admin.Complaints.Expect("422");
        await admin.Presses("Save settings");
        await admin.Sees("One setting does not fit yet.");
        await rows.First.GetByLabel("Address").FillAsync("board@example.org");
        Assert.Empty(await NothingIsWrong.Of(admin.Page));
        await admin.Presses("Save settings");
        await admin.Sees("The settings are saved.");

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Colours and logo" }).ClickAsync();
        await Colours(admin);
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Words" }).ClickAsync();
        await admin.Page.GetByLabel("Title of the first page").First.FillAsync("Welcome to Example Corp");
        await admin.Presses("Save words");
        await admin.Sees("Saved.");

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Build", Exact = true }).ClickAsync();
        await admin.Sees("Nothing: it is as it should be.");
        Assert.Empty(await NothingIsWrong.Of(admin.Page));
        var download = await admin.Page.RunAndWaitForDownloadAsync(() => admin.Page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        await using (var package = await System.IO.Compression.ZipFile.OpenReadAsync(await download.PathAsync()))
            Assert.Contains(package.Entries, entry => entry.FullName == "webapp2/plugins/directory/directory.plugin.js");
        await admin.Presses("Preview in the app");
        await admin.Sees("Welcome to Example Corp");
        var somebody = await SomebodyAt(_server.Address);
        await somebody.Open("/webapp2/");
        await somebody.IsAt("Join a meeting");
        await admin.Page.GoBackAsync();
        await admin.Presses("Store and activate");
        await admin.Sees("shown to everybody");

        await somebody.Enters(Furniture.Open.Alias(0), "Hanna");
        Assert.Equal("#7a1fa2", await somebody.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).getPropertyValue('--pl-accent').match(/#[0-9a-f]{6}/)[0]"));
        await somebody.Chooses("Phone book");
        await somebody.Sees("Boardroom");
        Assert.Contains("board@example.org", await somebody.Page.EvaluateAsync<string>("async () => (await fetch('./custom_configuration/plugins/directory/settings.json')).text()"), StringComparison.Ordinal);
        await OnAPhone(admin);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task Add(Person admin, string plugin)
    {
        await admin.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Add {plugin} ") }).ClickAsync();
        await admin.Sees("Added at the end of the list.");
    }

    /// <summary>The little picture follows every choice at once, and so does the warning.</summary>
    private static async Task Colours(Person admin)
    {
        var frame = admin.Page.Locator(".portal-frame[data-dark='false']");
        await admin.Page.GetByLabel("Buttons and links in daylight").FillAsync("#e6d5f0");
        await Assertions.Expect(frame.Locator("em")).ToHaveCSSAsync("background-color", "rgb(230, 213, 240)");
        await admin.Sees("Writing on buttons on buttons and links (light)");
        await admin.Page.GetByLabel("Buttons and links in daylight").FillAsync("#7a1fa2");
        await Assertions.Expect(admin.Page.GetByText("All of it can be read well.")).ToBeVisibleAsync();
        await admin.Writes("Name in place of Plenum", "Example Corp");
        await Assertions.Expect(frame.Locator("[data-brand-name]")).ToHaveTextAsync("Example Corp");
        await admin.Presses("Save name and colours");
        await admin.Sees("Saved.");
        await Assertions.Expect(frame.Locator("em")).ToHaveCSSAsync("background-color", "rgb(122, 31, 162)");

        await admin.Page.GetByLabel("Logo", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "logo.svg", MimeType = "image/svg+xml", Buffer = System.Text.Encoding.UTF8.GetBytes(Logo) });
        await Assertions.Expect(frame.Locator("[data-picture='logo']")).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^data:image/svg"));
        await admin.Presses("Use this logo");
        await admin.Sees("The picture is in.");
        Assert.True(await frame.Locator("[data-picture='logo']").EvaluateAsync<bool>("logo => logo.complete && logo.naturalWidth > 0"));
        Assert.Empty(await NothingIsWrong.Of(admin.Page));
    }

    private static async Task OnAPhone(Person admin)
    {
        await admin.Open("/admin/portal");
        var own = await admin.Page.Locator(".portal-cards h2 a").GetAttributeAsync("href");
        var wrong = new List<string>();
        foreach (var path in new[] { "/admin/portal", own!, $"{own}/settings?plugin=plenum-directory", $"{own}/look", $"{own}/words", $"{own}/build" })
        {
            await admin.Sit(Look.PhoneDark);
            await admin.Open(path);
            wrong.AddRange((await NothingIsWrong.Of(admin.Page)).Select(what => $"{path}: {what}"));
            if (Screens.Keep) await Screens.Photograph(admin.Page, $"admin-portal{path.Replace(own!, "-one", StringComparison.Ordinal).Replace('/', '-').Split('?')[0]}-phone-dark");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
