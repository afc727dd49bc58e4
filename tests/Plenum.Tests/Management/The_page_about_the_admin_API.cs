using System.Diagnostics;
using System.Text.RegularExpressions;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

[Collection(nameof(A_running_server))]
public sealed partial class The_page_about_the_admin_API(A_running_server running)
{
    private readonly PlenumProcess _server = running.Server;

    [Fact]
    public async Task Shows_commands_that_work_one_after_another()
    {
        using var admin = Administration.Of(_server);
        var made = await admin.Conference();
        using var anna = await Caller.Join(_server, made.Alias);
        var meeting = (await admin.Get($"conferences/{made.Id}/meetings"))["items"]![0]!;
        var key = await admin.Post("api-keys", new { name = "the page" });
        var variables = new Dictionary<string, string>
        {
            ["PLENUM"] = _server.Address.GetLeftPart(UriPartial.Authority),
            ["PLENUM_ADMIN_PASSWORD"] = _server.AdminPassword,
            ["CONFERENCE"] = made.Id,
            ["MEETING"] = (string)meeting["id"]!,
            ["PARTICIPANT"] = anna.Uuid,
            ["KEY"] = (string)key["key"]!,
            ["KEY_ID"] = (string)key["id"]!,
        };
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "admin-api.md"));
        var commands = Command().Matches(page).Select(found => found.Groups[1].Value).ToList();

        Assert.True(commands.Count > 10);
        foreach (var command in commands) await Works(command, variables);
    }

    private static async Task Works(string command, Dictionary<string, string> variables)
    {
        var shell = new ProcessStartInfo("bash", ["-c", $"curl() {{ command curl -sS --fail-with-body \"$@\"; }}\n{command}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) shell.Environment[name] = value;
        using var running = Process.Start(shell)!;
        var said = await running.StandardOutput.ReadToEndAsync() + await running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{command}\n{said}");
    }

    [GeneratedRegex(@"^```sh\n(curl .*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Command();
}
