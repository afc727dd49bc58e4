using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace Plenum.Tests.Clients;

/// <summary>
/// Today's official npm clients, unmodified, let loose on a server. Drivers: `functions` (every function that
/// infinity-api exports) and `people` (infinity clients, each in a process of its own, meeting each other).
/// </summary>
public sealed class OfficialClients(Uri server, string adminPassword, Func<Task> restartServer)
{
    public async Task<ImmutableArray<ClientCheck>> Run(string driver)
    {
        await ClientPackages.Installed;
        using var node = Process.Start(Command(driver)) ?? throw new InvalidOperationException("node did not start.");
        var complaints = node.StandardError.ReadToEndAsync();
        var checks = ImmutableArray.CreateBuilder<ClientCheck>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (AsksForRestart(line))
                await RestartFor(node);
            else
                checks.Add(ClientCheck.Parse(line));
        }

        await node.WaitForExitAsync();
        return node.ExitCode is 0 or 1 && checks.Count > 0
            ? checks.ToImmutable()
            : throw new InvalidOperationException($"The driver {driver} ended with {node.ExitCode} after {checks.Count} checks.\n{await complaints}");
    }

    private ProcessStartInfo Command(string driver) => new("node", [
        "check.mjs", driver, "--url", server.GetLeftPart(UriPartial.Authority), "--restart-command", "-"])
    {
        WorkingDirectory = ClientPackages.Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["PLENUM_ADMIN_PASSWORD"] = adminPassword },
    };

    private static bool AsksForRestart(string line)
    {
        using var said = JsonDocument.Parse(line);
        return said.RootElement.TryGetProperty("ask", out _);
    }

    private async Task RestartFor(Process node)
    {
        await restartServer();
        await node.StandardInput.WriteLineAsync("restarted");
        await node.StandardInput.FlushAsync();
    }
}
