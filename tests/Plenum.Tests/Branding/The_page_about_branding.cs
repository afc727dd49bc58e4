using System.Diagnostics;
using System.Text.RegularExpressions;
using Plenum.Tests.Hosting;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

public sealed partial class The_page_about_branding
{
    [Fact]
    public async Task Leads_from_download_to_a_plugin_by_commands_that_work()
    {
        await using var server = await PlenumProcess.Start();
        using var scratch = new Scratch();
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "branding.md"));
        var commands = Command().Matches(page).Select(found => found.Groups[1].Value).ToList();
        Assert.True(commands.Count >= 8);
        foreach (var command in commands)
        {
            var said = await Works(command, scratch["."], server);
            if (command.Contains("custom_configuration/settings.json", StringComparison.Ordinal)) Assert.Contains("hello-1.0", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Has_a_script_that_brings_a_plugin_to_everybody_and_says_what_is_wrong_with_one()
    {
        await using var server = await PlenumProcess.Start();
        using var scratch = new Scratch();
        var script = Path.Combine(Repository.Root, "docs", "deploy-plugin.sh");
        var recording = Path.Combine(Repository.Root, "tests", "plugins-fixtures", "guide-recording", "plugins", "recording");

        var said = await Works($"{script} {recording} Autumn", scratch["."], server);
        Assert.Contains("Whoever comes from now on gets", said, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"recording-plugin-1.0\"", said, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Contains("recording-plugin-1.0", await http.GetStringAsync("/webapp2/custom_configuration/plugins/recording/recording.plugin.package.json"), StringComparison.Ordinal);

        var folder = Directory.CreateDirectory(scratch["broken"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.package.json"), "{\"id\": \"broken\", \"name\": \"Broken\", \"srcURL\": \"nowhere.js\"}");
        Assert.Contains("nowhere.js", await Works($"! {script} {folder} 2>&1", scratch["."], server), StringComparison.Ordinal);
        Assert.Contains("recording-plugin-1.0", await http.GetStringAsync("/webapp2/custom_configuration/settings.json"), StringComparison.Ordinal);
    }

    private static async Task<string> Works(string command, string folder, PlenumProcess server)
    {
        var shell = new ProcessStartInfo("bash", ["-euc", $"curl() {{ command curl -sS --fail-with-body \"$@\"; }}\n{command}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PLENUM"] = server.Address.GetLeftPart(UriPartial.Authority), ["PLENUM_ADMIN_PASSWORD"] = server.AdminPassword },
        };
        using var running = Process.Start(shell)!;
        var said = await running.StandardOutput.ReadToEndAsync() + await running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{command}\n{said}");
        return said;
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Command();
}
