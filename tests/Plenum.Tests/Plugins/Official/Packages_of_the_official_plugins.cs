using System.Text.Json.Nodes;
using Plenum.Server.Branding.Checking;

namespace Plenum.Tests.Plugins.Official;

/// <summary>What is true of every plugin that comes with the product, read off its files.</summary>
public sealed class Packages_of_the_official_plugins
{
    public static TheoryData<string> Names => [.. OfficialPlugins.Names];

    [Fact]
    public void A_branding_of_all_of_them_leaves_the_checker_nothing_to_say()
    {
        var folder = Directory.CreateTempSubdirectory("plenum-official-");
        OfficialPlugins.Brand(folder.FullName, new Dictionary<string, string?>());
        var root = Path.Combine(folder.FullName, "webapp2");
        var content = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes);
        folder.Delete(recursive: true);

        var package = PackageChecker.Check(content);

        Assert.Empty(package.Findings);
        Assert.Equal(OfficialPlugins.Names.Count, package.Plugins.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_script_falls_back_to_is_what_the_form_offers(string plugin) =>
        Assert.Equal(OfficialPlugins.Defaults(plugin).ToJsonString(), Literal(plugin, "defaults").ToJsonString());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_is_there_in_three_languages_with_the_same_places(string plugin)
    {
        // Some say nothing.
        if (!OfficialPlugins.Script(plugin).Contains("say(", StringComparison.Ordinal)) return;
        var words = Literal(plugin, "words");
        Assert.Equal(["en", "de", "fr"], words.Select(language => language.Key));
        foreach (var (language, texts) in words)
        {
            Assert.Equal(words["en"]!.AsObject().Select(text => text.Key), texts!.AsObject().Select(text => text.Key));
            foreach (var (name, text) in texts.AsObject()) Assert.True(Places(text!) == Places(words["en"]![name]!), $"{plugin}, {language}: {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_described_and_keeps_to_the_public_API(string plugin)
    {
        Assert.StartsWith("# ", OfficialPlugins.Text(plugin, "README.md"), StringComparison.Ordinal);
        Assert.Equal($"plenum-{plugin}", OfficialPlugins.Package(plugin)["id"]!.GetValue<string>());
        var script = OfficialPlugins.Script(plugin);
        Assert.Contains("'use strict';", script, StringComparison.Ordinal);
        foreach (var foreign in (string[])["eval(", "innerHTML", "document.write", "localStorage", "plenum/"]) Assert.DoesNotContain(foreign, script, StringComparison.Ordinal);
        Assert.Contains($"]({plugin}/README.md)", File.ReadAllText(Path.Combine(Running.Repository.Root, "plugins", "README.md")), StringComparison.Ordinal);
    }

    /// <summary>Tables in the scripts are written as JSON, so that they can be held against the package file.</summary>
    private static JsonObject Literal(string plugin, string name)
    {
        var script = OfficialPlugins.Script(plugin);
        var begin = script.IndexOf($"const {name} = {{", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"{plugin} has no {name}");
        begin = script.IndexOf('{', begin);
        return JsonNode.Parse(script[begin..script.IndexOf("};", begin, StringComparison.Ordinal)] + "}")!.AsObject();
    }

    private static string Places(JsonNode text) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(text.GetValue<string>(), @"\{\w+\}").Select(place => place.Value).Order(StringComparer.Ordinal));
}
