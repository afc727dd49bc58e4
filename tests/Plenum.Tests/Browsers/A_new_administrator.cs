using System.IO.Compression;
using Microsoft.Playwright;
using Plenum.Tests.Plugins.Guides;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The guides' chapter about deployment, by the pages alone: from a package to begin with to a plugin in everybody's app.</summary>
[Collection(nameof(ScreensCollection))]
public sealed class A_new_administrator(A_browser browser) : In_a_browser(browser), IAsyncLifetime
{
    private readonly DirectoryInfo _desk = Directory.CreateTempSubdirectory("plenum-test-");
    private PlenumProcess _server = null!;

    public async ValueTask InitializeAsync() => _server = await PlenumProcess.Start();

    [Sentence("v22-024 connect-024 v22-025 connect-025 v22-027 connect-027 v22-028 connect-028 v22-033 connect-033")]
    public async Task Brings_a_plugin_to_everybody_and_takes_it_back()
    {
        var admin = await SomebodyAt(_server.Address);
        await admin.Open("/admin/branding");
        await admin.Writes("Password", _server.AdminPassword);
        await admin.Presses("Sign in");
        await admin.IsAt("Branding");

        var download = await admin.Page.RunAndWaitForDownloadAsync(() => admin.Page.GetByRole(AriaRole.Link, new() { Name = "Download one to begin with" }).ClickAsync());
        var package = Path.Combine(_desk.FullName, "ours.zip");
        await download.SaveAsAsync(package);
        Fill(package);

        await Upload(admin, "Broken", Broken(package));
        admin.Complaints.Expect("422");
        await admin.Sees("Nothing was kept.");
        await admin.Sees("settings.json is not JSON");

        await Upload(admin, "With recording", package);
        await admin.Sees("It is here, and shown to nobody yet.");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await admin.IsAt("Join a meeting");
        await admin.Page.GoBackAsync();
        Assert.Equal(0, await Recorders("before"));

        await admin.Open("/admin/branding");
        await admin.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("With recording") }).GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await admin.Sees("Everybody who comes from now on sees it.");
        Assert.Equal(1, await Recorders("after"));

        await admin.Open("/admin/plugins");
        await admin.Presses("Turn all plugins off");
        await admin.Sees("All plugins are off");
        Assert.Equal(0, await Recorders("off"));
        await admin.Presses("Turn plugins on again");
        Assert.Equal(1, await Recorders("on"));

        await admin.Open("/admin/branding");
        await admin.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("Default") }).GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await admin.Sees("Everybody who comes from now on sees it.");
        Assert.Equal(0, await Recorders("back"));
        foreach (var path in new[] { "/admin/branding", "/admin/branding/default", "/admin/plugins" })
        {
            await admin.Open(path);
            Assert.Empty(await NothingIsWrong.Of(admin.Page));
            if (Screens.Keep) await Screens.Photograph(admin.Page, $"admin{path[6..].Replace('/', '-')}-desktop-light");
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await _server.DisposeAsync();
        _desk.Delete(recursive: true);
    }

    private static async Task Upload(Person admin, string name, string package)
    {
        await admin.Open("/admin/branding");
        await admin.Writes("Name", name);
        await admin.Page.GetByLabel("Package (ZIP)").SetInputFilesAsync(package);
        await admin.Presses("Upload and check");
    }

    /// <summary>How many buttons to record somebody new is offered.</summary>
    private async Task<int> Recorders(string name)
    {
        var person = await (await SomebodyAt(_server.Address)).Enters(Furniture.Open.Alias(0), name);
        await person.Chooses("Settings");
        await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        await Assertions.Expect(person.Page.GetByText("This server has no plugins.").Or(person.Page.GetByRole(AriaRole.Region).First)).ToBeVisibleAsync();
        await person.PutsDialogsAway();
        var offered = await person.Tool("Start recording").CountAsync();
        await person.Leave();
        return offered;
    }

    /// <summary>Puts the guides' recording plugin into the package, as the guides say.</summary>
    private static void Fill(string package)
    {
        using var zip = ZipFile.Open(package, ZipArchiveMode.Update);
        var example = Path.Combine(Repository.Root, "tests", "plugins-fixtures", "guide-recording");
        foreach (var file in Directory.GetFiles(Path.Combine(example, "plugins", "recording"))) zip.CreateEntryFromFile(file, $"webapp2/plugins/recording/{Path.GetFileName(file)}");
        zip.GetEntry("webapp2/settings.json")!.Delete();
        zip.CreateEntryFromFile(Path.Combine(example, "settings.json"), "webapp2/settings.json");
    }

    private static string Broken(string package)
    {
        var broken = package.Replace(".zip", "-broken.zip", StringComparison.Ordinal);
        File.Copy(package, broken);
        using var zip = ZipFile.Open(broken, ZipArchiveMode.Update);
        zip.GetEntry("webapp2/settings.json")!.Delete();
        using var text = new StreamWriter(zip.CreateEntry("webapp2/settings.json").Open());
        text.Write("{ \"plugins\": [ }");
        return broken;
    }
}
