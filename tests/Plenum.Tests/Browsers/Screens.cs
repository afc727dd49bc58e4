using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>Pictures of a page on several screens, each judged; they are kept in docs/screens/ only when PLENUM_WRITE_DOCS=1.</summary>
internal static class Screens
{
    public static readonly bool Keep = Environment.GetEnvironmentVariable("PLENUM_WRITE_DOCS") == "1";

    /// <summary>Comes to a screen, looks at it in each look, and says what is wrong with it where.</summary>
    public static async Task<IReadOnlyList<string>> Judge(Stage stage, Screen screen, IReadOnlyList<Look> looks)
    {
        var wrong = new List<string>();
        var (person, name) = (stage.Me, screen.Name);
        if (!screen.Fleeting) await screen.Reach(stage);
        foreach (var look in looks)
        {
            await person.Sit(look);
            if (screen.Fleeting) await screen.Reach(stage);
            wrong.AddRange((await NothingIsWrong.Of(person.Page)).Select(what => $"{name} on {look.Name}: {what}"));
            if (Keep) await Photograph(person.Page, $"{name}-{look.Name}");
        }

        await person.Sit(Look.Desktop);
        return wrong;
    }

    /// <summary>As WebP, which the browser can draw itself, and which is a third of the size.</summary>
    public static async Task Photograph(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screens"));
        var session = await page.Context.NewCDPSessionAsync(page);
        var answer = await session.SendAsync("Page.captureScreenshot", new() { ["format"] = "webp", ["quality"] = 70 });
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.webp"), answer!.Value.GetProperty("data").GetBytesFromBase64());
        await session.DetachAsync();
    }
}
