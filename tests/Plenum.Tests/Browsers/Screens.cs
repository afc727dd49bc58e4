using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>Pictures of a page on every screen, each judged; they are kept in docs/screens/ only when PLENUM_WRITE_DOCS=1.</summary>
internal static class Screens
{
    private static readonly bool Keep = Environment.GetEnvironmentVariable("PLENUM_WRITE_DOCS") == "1";

    /// <summary>Looks at the page as it is now on desktop and phone, light and dark.</summary>
    public static async Task Take(Person person, string name)
    {
        foreach (var look in Look.All)
        {
            await person.Sit(look);
            await NothingIsWrong.WithTheText(person.Page);
            await NothingIsWrong.ForEverybody(person.Page);
            var picture = await person.Page.ScreenshotAsync();
            Assert.NotEmpty(picture);
            if (!Keep) continue;
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screens"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}-{look.Name}.png"), picture);
        }
    }
}
