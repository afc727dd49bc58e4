using System.Text.RegularExpressions;
using Plenum.Server.Hosting.Settings;
using Plenum.Tests.Running;

namespace Plenum.Tests.House;

public sealed partial class Commands_in_the_documents
{
    [Fact]
    public async Task Every_verb_and_option_that_they_show_exists()
    {
        var missing = new List<string>();
        foreach (var (file, command) in Shown())
            missing.AddRange((await Unknown(command)).Select(what => $"{file}: {what} in: {command}"));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_found()
    {
        Assert.Equal(["--datta"], await Unknown("plenum serve --datta x"));
        Assert.Equal(["brew"], await Unknown("plenum brew"));
        Assert.Equal(["--loong"], await Unknown("./test --loong"));
        Assert.Empty(await Unknown("./run --urls http://127.0.0.1:8080 --data=./data"));
    }

    [Fact]
    public async Task Help_names_every_setting_that_the_table_of_running_has_and_the_table_every_one_that_there_is()
    {
        var (help, page) = (await Help("serve"), Sources.Text("docs/running.md"));
        var rows = page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|').Length == 6).ToList();
        var named = rows.SelectMany(row => Word().Matches(row).Select(word => word.Value)).Distinct().ToList();
        Assert.Contains("PLENUM_SIGNIN_SECRET", named);
        Assert.Contains("--urls", named);
        Assert.DoesNotContain(named, word => !help.Contains(word, StringComparison.Ordinal));
        foreach (var setting in typeof(ServerSettings).GetProperties().Select(property => property.Name))
        {
            Assert.Contains(setting, page, StringComparison.Ordinal);
            Assert.True(help.Contains($"Plenum:{setting}", StringComparison.Ordinal) || rows.Exists(row => row.StartsWith($"| {setting}", StringComparison.Ordinal)), $"Nothing says how {setting} is set.");
        }
    }

    private static IEnumerable<(string File, string Command)> Shown() =>
        from file in Sources.Files(".md", ".service")
        where file.Path is "README.md" || file.Path.StartsWith("docs/", StringComparison.Ordinal) || file.Path.StartsWith("build/", StringComparison.Ordinal)
        from Match found in Command().Matches(file.Text)
        select (file.Path, found.Value);

    private static async Task<IReadOnlyList<string>> Unknown(string command)
    {
        var words = command.Split([' ', '`'], StringSplitOptions.RemoveEmptyEntries);
        var program = words[0].Split('/')[^1];
        var options = words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.Split('=')[0]).ToList();
        if (program is "test" or "release")
            return Missing(options, Sources.Text(program));
        var verb = program == "run" ? "serve" : words[1];
        return Regex.IsMatch(await Help(), $@"(?m)^  {Regex.Escape(verb)}\s") ? Missing(options, await Help(verb)) : [verb];
    }

    private static async Task<string> Help(params string[] verb)
    {
        using var help = BuiltProgram.Start([.. verb, "--help"]);
        Assert.Equal(0, await help.Exit());
        return string.Join('\n', help.Output);
    }

    private static List<string> Missing(IEnumerable<string> options, string known) =>
        [.. options.Where(option => option != "--help" && !Regex.IsMatch(known, $@"(?<![\w-]){Regex.Escape(option)}(?![\w-])"))];

    [GeneratedRegex(@"--[a-z-]+|PLENUM_[A-Z_]+")]
    private static partial Regex Word();

    /// <summary>A line of shell, or the text between backticks, that begins with one of our programs.</summary>
    [GeneratedRegex(@"(?:(?<=^\s*(?:\$ |sudo |ExecStart=)?)|(?<=`))(?:\./(?:run|test|release)|(?:/opt/plenum/)?plenum (?!is\b)(?=[a-z-]))[^`\n|>&\\#]*", RegexOptions.Multiline)]
    private static partial Regex Command();
}
