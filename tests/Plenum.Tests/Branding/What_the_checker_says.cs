using System.Text;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Lobby;

namespace Plenum.Tests.Branding;

public sealed class What_the_checker_says
{
    private const string Listed = "{\n\"plugins\": [\n{ \"id\": \"a\", \"srcURL\": \"plugins/a/a.plugin.package.json\", \"enabled\": true }\n]\n}";
    private const string Branded = """{"brandingID": "1", "isSettingsBranded": true}""";
    private const string Pack = "{\n\"id\": \"a\", \"name\": \"A\", \"version\": 1.0,\n\"srcURL\": \"a.plugin.js\",\n\"menuItems\": {\n\"toolbar\": [{ \"icon\": \"a.svg#a\", \"label\": \"A\", \"action\": \"act\" }]\n}\n}";
    private const string Script = "function act() {}\nwindow.PEX.pluginAPI.registerPlugin({\n  id: 'a', load: () => {}, unload: () => {} });";
    private const string Icon = "<svg xmlns='http://www.w3.org/2000/svg' id='a'/>";

    [Fact]
    public void Of_a_sound_package_is_nothing() => Assert.Empty(Check().Findings);

    [Theory]
    [InlineData("settings.json", "{\n\"plugins\": [\n{ \"id\": \"a\" },\n]\n}", 4, "comma too many")]
    [InlineData("settings.json", "{\n\"plugins\": [\n{ \"id\": \"a\" }\n{ \"id\": \"b\" }\n]\n}", 4, "comma or a closing bracket")]
    [InlineData("settings.json", "{\n\"plugins\": [\n", 3, "ends too early")]
    [InlineData("settings.json", "{\n'plugins': []}", 2, "double quotes")]
    [InlineData("settings.json", "{\n\"plugins\": {}}", 2, "\"plugins\" is a list")]
    [InlineData("settings.json", "[]", 1, "object in curly brackets")]
    [InlineData("settings.json", "{\"plugins\": [\n{ \"id\": \"a\" }]}", 2, "no \"srcURL\"")]
    [InlineData("settings.json", "{\"plugins\": [\n{ \"id\": \"a\", \"srcURL\": \"plugins/b.json\", \"enabled\": true }]}", 2, "there is no plugins/b.json in the package")]
    [InlineData("settings.json", "{\"plugins\": [\n{ \"id\": \"a\", \"srcURL\": \"Plugins/A/a.plugin.package.json\", \"enabled\": true }]}", 2, "capitals matter")]
    [InlineData("settings.json", "{\"plugins\": [\n{ \"id\": \"a\", \"srcURL\": \"x.json\" },\n{ \"id\": \"a\", \"srcURL\": \"y.json\" }]}", 3, "Two plugins have the id a")]
    [InlineData("manifest.json", "{\n\"brandingID\": \"a b\"}", 2, "\"brandingID\" is a text or a number")]
    [InlineData("manifest.json", "{\n\"brandingID\": 7,\n}", 3, "comma too many")]
    [InlineData("plugins/a/a.plugin.package.json", "{\n\"id\": \"a\"\n\"name\": \"A\" }", 3, "comma or a closing bracket")]
    [InlineData("plugins/a/a.plugin.package.json", "{\n\"id\": \"a\" }", 1, "\"srcURL\" is missing")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\",\n\"srcURL\": \"b.js\" }", 2, "there is no plugins/a/b.js")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\",\n\"srcURL\": \"https://cdn.example/b.js\" }", 2, "another server")]
    [InlineData("plugins/a/a.plugin.package.json", "[]", 1, "object in curly brackets")]
    [InlineData("plugins/a/a.plugin.js", "  ", null, "script is empty")]
    [InlineData("plugins/a/a.plugin.js", "<!doctype html>", 1, "not JavaScript")]
    public void Is_an_error_where_a_plugin_could_not_work(string file, string text, int? line, string reason) => Says(Severity.Error, file, text, line, reason);

    [Theory]
    [InlineData("settings.json", "{\"plugins\": [{ \"id\": \"a\", \"srcURL\": \"plugins/a/a.plugin.package.json\",\n\"enabled\": \"perhaps\" }]}", 2, "neither true nor false")]
    [InlineData("settings.json", "{\"plugins\": []}", null, "settings.json lists no plugin with this srcURL", "plugins/a/a.plugin.package.json")]
    [InlineData("manifest.json", "{\"brandingID\": 1,\n\"isSettingsBranded\": false}", 2, "settings.json is there but not used")]
    [InlineData("manifest.json", "{\"brandingID\": 1,\n\"isSettingsBranded\": \"true\"}", 2, "without quotes")]
    [InlineData("manifest.json", "{\"brandingID\": 1, \"isSettingsBranded\": true,\n\"isStylesBranded\": true}", 2, "styles/ is missing")]
    [InlineData("manifest.json", "{\"isSettingsBranded\": true}", 1, "\"brandingID\" is missing")]
    [InlineData("manifest.json", "{\n\"brandingId\": 1, \"isSettingsBranded\": true}", 2, "is spelt brandingID")]
    [InlineData("plugins/a/a.plugin.package.json", "{\n\"id\": \"b\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\" }", 2, "The id is b here and a in settings.json")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\",\n\"platforms\": [\"www\"] }", 2, "no platform \"www\"")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\",\n\"participantRoles\": [\"chef\"] }", 2, "no role \"chef\"")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": {\n\"roof\": [] } }", 2, "no place \"roof\"")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": { \"toolbar\": [\n{ \"label\": \"x\" }] } }", 2, "no \"action\"")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": { \"toolbar\": [{\n\"action\": \"other\" }] } }", 2, "nothing called other")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": { \"toolbar\": [{ \"action\": \"act\",\n\"icon\": \"a.svg\" }] } }", 2, "a.svg#ID")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": { \"toolbar\": [{ \"action\": \"act\",\n\"icon\": \"a.svg#b\" }] } }", 2, "no element with the id \"b\"")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": { \"toolbar\": [{ \"action\": \"act\",\n\"icon\": \"c.svg#c\" }] } }", 2, "plugins/a/c.svg is missing")]
    [InlineData("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": { \"toolbar\": [{ \"action\": \"act\",\n\"icon\": \"a.png\" }] } }", 2, "not an SVG file")]
    [InlineData("plugins/a/a.plugin.js", "function act() {}", null, "never calls PEX.pluginAPI.registerPlugin")]
    [InlineData("plugins/a/a.plugin.js", "function act() {}\nPEX.pluginAPI.registerPlugin({ id: 'z', load: 1 });", 2, "registers as z")]
    public void Is_a_warning_where_the_plugin_works_all_the_same(string file, string text, int? line, string reason, string? found = null) => Says(Severity.Warning, file, text, line, reason, found);

    [Theory]
    [InlineData("{\"id\": \"a\", \"name\": \"A\", \"version\": \"1.0.0\", \"srcURL\": \"a.plugin.js\"}")]
    [InlineData("{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"./a.plugin.js\", \"menuItems\": {}}")]
    [InlineData("{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"custom_configuration/plugins/a/a.plugin.js\", \"menuItems\": {\"toolbar\": []}}")]
    [InlineData("{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"menuItems\": {\"toolbar\": [{\"icon\": null, \"label\": null, \"action\": \"act\"}]}}")]
    [InlineData("{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"configuration\": {\"prefix\": 1}, \"menuItems\": {\"toolbar\": [{\"id\": \"x\", \"icon\": \"icons.svg#messages\", \"action\": \"act\"}]}}")]
    [InlineData("\uFEFF{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"a.plugin.js\", \"participantRoles\": [\"chair\", \"guest\"], \"platforms\": [\"web\", \"electron\"]}")]
    public void Is_nothing_about_what_public_plugins_leave_out(string package) => Assert.Empty(Check(("plugins/a/a.plugin.package.json", package)).Findings);

    [Fact]
    public void Is_everything_at_once()
    {
        var findings = Check(
            ("manifest.json", "{\"isSettingsBranded\": 5}"),
            ("settings.json", "{\"plugins\": [{}, {\"id\": \"b\", \"srcURL\": \"b\"}, {\"id\": \"a\", \"srcURL\": \"plugins/a/a.plugin.package.json\", \"enabled\": true}]}"),
            ("plugins/a/a.plugin.package.json", "{\"id\": \"a\", \"name\": \"A\", \"srcURL\": \"x.js\", \"menuItems\": {\"toolbar\": [{}]}}")).Findings;
        Assert.Equal(3, findings.Select(finding => finding.File).Distinct().Count());
        Assert.InRange(findings.Count, 7, 12);
    }

    [Theory]
    [InlineData("watermark/watermark.svg", "watermark/ is there but not used")]
    [InlineData("styles/own.css", "styles/ is there but not used")]
    public void Is_a_warning_about_a_part_that_the_manifest_keeps_out(string file, string reason) => Says(Severity.Warning, file, "<svg xmlns='http://www.w3.org/2000/svg'/>", 1, reason, "manifest.json");

    [Theory]
    [InlineData("languages/es.json", null)]
    [InlineData("languages/pt-BR.json", null)]
    [InlineData("languages/Spanish.json", "is not used: a file of texts is named by its language")]
    [InlineData("languages/es.txt", "is not used: a file of texts is named by its language")]
    public void Takes_languages_that_the_app_does_not_speak(string file, string? reason)
    {
        var findings = Check((file, "{\"joining\": {\"join\": \"Entrar\"}}")).Findings;
        if (reason is null) Assert.Empty(findings);
        else Assert.Contains(reason, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_the_languages_of_the_app() => Assert.Equal(Languages.Spoken, AppFiles.Load().App.Languages.Order());

    [Theory]
    [InlineData("1521829718679")]
    [InlineData("\"1521829718679\"")]
    public void Takes_an_id_as_text_or_number(string id) =>
        Assert.Equal("1521829718679", Check(("manifest.json", $"{{\"brandingID\": {id}, \"isSettingsBranded\": true}}")).Manifest.BrandingId);

    private static void Says(Severity severity, string file, string text, int? line, string reason, string? found = null)
    {
        var findings = Check((file, text)).Findings;
        Assert.True(
            findings.Any(finding => finding.File == (found ?? file) && finding.Line == line && finding.Severity == severity && finding.Message.Contains(reason, StringComparison.Ordinal)),
            string.Join("\n", findings));
    }

    private static CheckedPackage Check(params (string File, string Text)[] changed)
    {
        var files = new Dictionary<string, string>
        {
            ["settings.json"] = Listed,
            ["manifest.json"] = Branded,
            ["plugins/a/a.plugin.package.json"] = Pack,
            ["plugins/a/a.plugin.js"] = Script,
            ["plugins/a/a.svg"] = Icon,
        };
        foreach (var (file, text) in changed) files[file] = text;
        return PackageChecker.Check(files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)));
    }
}
