using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Plenum.Server.Branding;
using Plenum.Server.Hosting;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

public sealed partial class A_branding : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-branding-");

    [Fact]
    public async Task Is_served_under_both_names_with_and_without_its_version()
    {
        Write("settings.json", "{\"plugins\": [1]}");
        Write("plugins/hands/hands.plugin.js", "export const up = 1;");
        await using var server = await Serve();
        using var http = new HttpClient { BaseAddress = server.Address };
        var page = await Base(http);
        foreach (var folder in (string[])[page, "/webapp2/"])
        {
            foreach (var name in (string[])["custom_configuration/", "configuration/"])
            {
                Assert.Equal("{\"plugins\": [1]}", await http.GetStringAsync(folder + name + "settings.json"));
                Assert.Equal("export const up = 1;", await http.GetStringAsync(folder + name + "plugins/hands/hands.plugin.js"));
            }
        }
    }

    [Fact]
    public async Task Runs_no_document_of_its_own_as_ours()
    {
        Write("settings.json", "{}");
        Write("plugins/x/panel.html", "<script>document.cookie</script>");
        Write("plugins/x/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        await using var server = await Serve();
        using var http = new HttpClient { BaseAddress = server.Address };
        foreach (var file in (string[])["panel.html", "icon.svg"])
        {
            using var answer = await http.GetAsync("/webapp2/custom_configuration/plugins/x/" + file);
            Assert.Equal("sandbox allow-scripts allow-forms allow-popups allow-downloads", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task That_changes_is_there_at_the_next_visit_while_open_pages_keep_theirs()
    {
        Write("settings.json", "{\"old\": 1}");
        await using var server = await Serve();
        using var http = new HttpClient { BaseAddress = server.Address };
        var before = await Base(http);
        Write("settings.json", "{\"new\": 1}");
        Write("plugins/later.js", "1");
        await Until(async () => await Base(http) != before && (await http.GetAsync("/webapp2/custom_configuration/plugins/later.js")).IsSuccessStatusCode);
        Assert.Equal("{\"new\": 1}", await http.GetStringAsync(await Base(http) + "custom_configuration/settings.json"));
        Assert.Equal("{\"old\": 1}", await http.GetStringAsync(before + "custom_configuration/settings.json"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(before + "custom_configuration/plugins/later.js")).StatusCode);
    }

    [Fact]
    public async Task With_broken_settings_is_served_as_it_is_and_told_once_with_its_line()
    {
        Write("settings.json", "{}");
        await using var server = await Serve();
        using var http = new HttpClient { BaseAddress = server.Address };
        Write("settings.json", "{\n  \"plugins\": [\n}");
        await Until(() => Task.FromResult(server.Output.Contains("settings.json, line 3", StringComparison.Ordinal)));
        Assert.Equal("{\n  \"plugins\": [\n}", await http.GetStringAsync("/webapp2/custom_configuration/settings.json"));
        var before = await Base(http);
        Write("plugins/other.js", "1");
        await Until(async () => await Base(http) != before);
        Assert.Equal(0, await server.Stop());
        // Once for each content that was found.
        Assert.Equal(2, server.Output.Split("settings.json, line 3").Length - 1);
    }

    [Fact]
    public async Task That_goes_away_leaves_the_last_one_in_use()
    {
        Write("settings.json", "{\"here\": 1}");
        await using var server = await Serve();
        using var http = new HttpClient { BaseAddress = server.Address };
        _folder.Delete(recursive: true);
        await Until(() => Task.FromResult(server.Output.Contains("The branding in use stays", StringComparison.Ordinal)));
        Assert.Equal("{\"here\": 1}", await http.GetStringAsync("/webapp2/custom_configuration/settings.json"));
        _folder.Create();
    }

    [Fact]
    public void May_lie_in_a_folder_named_webapp2()
    {
        Write("webapp2/settings.json", "{}");
        Write("readme.txt", "not part of it");
        Assert.Equal(["settings.json"], Read().Files.Keys);
    }

    [Fact]
    public void Ends_at_its_own_folder_whatever_links_say()
    {
        Write("settings.json", "{}");
        File.CreateSymbolicLink(At("passwd"), "/etc/passwd");
        Directory.CreateSymbolicLink(At("etc"), "/etc");
        Assert.Equal(["settings.json"], Read().Files.Keys);
    }

    [Fact]
    public void Has_the_same_name_for_the_same_content()
    {
        Write("settings.json", "{}");
        var first = Read().Hash;
        File.SetLastWriteTimeUtc(At("settings.json"), DateTime.UnixEpoch);
        Assert.Equal(first, Read().Hash);
        Write("settings.json", "{ }");
        Assert.NotEqual(first, Read().Hash);
    }

    [Fact]
    public void Of_more_than_50_MB_is_refused()
    {
        using (var big = File.Create(At("film.mp4"))) big.SetLength(50L * 1024 * 1024 + 1);
        Assert.Contains("more than 50 MB", Assert.Throws<Refused>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_than_5000_files_is_refused()
    {
        for (var i = 0; i <= 5000; i++) File.Create(At($"{i}")).Dispose();
        Assert.Contains("more than 5000 files", Assert.Throws<Refused>(Read).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\": 1}", null)]
    [InlineData("\uFEFF{}", null)]
    [InlineData("{\n\n\"a\" 1}", "line 3")]
    [InlineData("", "line 1")]
    public void Is_judged_by_its_settings(string settings, string? complaint)
    {
        Write("settings.json", settings);
        if (complaint is null) Assert.Null(BrandingFolder.Complaint(Read()));
        else Assert.Contains(complaint, BrandingFolder.Complaint(Read())!, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<PlenumProcess> Serve() => PlenumProcess.Start("--branding", _folder.FullName);

    private BrandingFiles Read() => new BrandingFolder(_folder.FullName).Read();

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private static async Task<string> Base(HttpClient http) => Based().Match(await http.GetStringAsync("/webapp2/")).Groups[1].Value;

    private static async Task Until(Func<Task<bool>> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Visitor.Patience, "It never came to be");
            await Task.Delay(50);
        }
    }

    [GeneratedRegex("<base href=\"([^\"]+)\"")]
    private static partial Regex Based();
}
