using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;

namespace Plenum.Tests.Branding;

public sealed class Packages_that_are_taken
{
    [Fact]
    public void May_come_from_any_program_that_writes_plain_ZIPs()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in Zip.Sound)
                using (var stream = archive.CreateEntry(Encoding.UTF8.GetString(entry.Name)).Open()) stream.Write(entry.Content);
        Assert.Equal(["manifest.json", "settings.json"], Taken(file.ToArray()).Files!.Files.Keys.Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("webapp2/")]
    [InlineData("my-branding-main/webapp2/")]
    [InlineData("my-branding-main/")]
    public void May_lie_in_the_folders_that_people_pack(string root)
    {
        var package = Taken(new Zip { Entries = [Entry.Of($"{root}settings.json", "{}"), Entry.Of($"{root}manifest.json", "{\"brandingID\": 7}")] }.Bytes());
        Assert.Equal(["manifest.json", "settings.json"], package.Files!.Files.Keys.Order());
    }

    [Fact]
    public void May_have_what_systems_leave_behind_and_names_that_people_give()
    {
        var package = Taken(Zip.Package(
            Entry.Of("__MACOSX/webapp2/._a.js"), Entry.Of("webapp2/.DS_Store"), Entry.Of("webapp2/Thumbs.db"), Entry.Of("webapp2/plugins/", "") with { Mode = 0x41ED },
            Entry.Of("webapp2/images/my photo @2x (1) +.png") with { Mode = 0x81ED }, Entry.Of("webapp2/images/Übersicht.png")).Bytes());
        Assert.Equal(["images/my photo @2x (1) +.png", "images/Übersicht.png", "manifest.json", "settings.json"], package.Files!.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Say_which_files_are_beside_the_branding()
    {
        var package = Taken(Zip.Package(Entry.Of("webapp3/manifest.json", "{}")).Bytes());
        Assert.Contains(package.Findings, finding => finding.Message.Contains("1 file is outside of webapp2/", StringComparison.Ordinal));
    }

    [Fact]
    public void Get_an_id_where_they_have_none_and_keep_the_rest_of_their_manifest()
    {
        var package = Taken(new Zip { Entries = [Zip.Sound[0], Entry.Of("webapp2/manifest.json", """{"isSettingsBranded": true, "more": 1}""")] }.Bytes());
        var manifest = JsonDocument.Parse(package.Files!.Files["manifest.json"]).RootElement;
        Assert.Matches("^[0-9]{5,20}$", manifest.GetProperty("brandingID").GetString());
        Assert.Equal(1, manifest.GetProperty("more").GetInt32());
        Assert.Contains(package.Findings, finding => finding.File == "manifest.json" && finding.Message.Contains("brandingID", StringComparison.Ordinal));
    }

    [Fact]
    public void Get_a_manifest_where_they_have_none()
    {
        var package = Taken(new Zip { Entries = [Zip.Sound[0], Entry.Of("webapp2/styles/styles.css", ":root {}")] }.Bytes());
        var manifest = JsonDocument.Parse(package.Files!.Files["manifest.json"]).RootElement;
        Assert.True(manifest.GetProperty("isSettingsBranded").GetBoolean());
        Assert.True(manifest.GetProperty("isStylesBranded").GetBoolean());
        Assert.False(manifest.GetProperty("isWatermarkBranded").GetBoolean());
    }

    [Fact]
    public void Have_their_drawings_cleaned_of_what_drawing_programs_leave()
    {
        const string drawing = """
            <?xml version="1.0"?><?xml-stylesheet href="https://evil.example/x.css"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="http://ink.example" id="crop" viewBox="0 0 24 24" ink:version="1">
              <metadata><ink:rdf/></metadata><ink:view/><style>.a { fill: red }</style>
              <defs><path id="p" d="M0 0"/></defs><use xlink:href="#p" class="a" fill="url(#g)"/><image href="https://evil.example/x.png"/>
            </svg>
            """;
        var package = Taken(Zip.Package(Entry.Of("webapp2/crop.svg", drawing)).Bytes());
        var clean = Encoding.UTF8.GetString(package.Files!.Files["crop.svg"]);
        Assert.Contains("id=\"crop\" viewBox=\"0 0 24 24\"", clean, StringComparison.Ordinal);
        Assert.Contains("<use href=\"#p\" class=\"a\" fill=\"url(#g)\"", clean, StringComparison.Ordinal);
        Assert.Contains(".a { fill: red }", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("ink", clean, StringComparison.Ordinal);
        Assert.Contains(package.Findings, finding => finding.File == "crop.svg" && finding.Message.Contains("<image>", StringComparison.Ordinal));
    }

    private static IncomingPackage Taken(byte[] bytes)
    {
        var package = IncomingPackage.Of(new MemoryStream(bytes));
        Assert.True(package.Usable, string.Join("\n", package.Findings.Where(finding => finding.Severity is Severity.Error)));
        return package;
    }
}
