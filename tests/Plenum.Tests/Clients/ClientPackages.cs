using System.Diagnostics;
using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Clients;

/// <summary>The official packages as the lock file pins them, installed once and again only when the lock is newer.</summary>
public static class ClientPackages
{
    private static readonly Lazy<Task> Installation = new(Install);

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "clients");

    public static Task Installed => Installation.Value;

    /// <summary>The pinned versions of the packages under test.</summary>
    public static IReadOnlyDictionary<string, string> Versions()
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "package.json")));
        return package.RootElement.GetProperty("dependencies").EnumerateObject()
            .Where(dependency => dependency.Name.StartsWith("@pexip/", StringComparison.Ordinal))
            .ToDictionary(dependency => dependency.Name, dependency => dependency.Value.GetString()!);
    }

    private static async Task Install()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
            return;

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("npm did not start.");
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci ended with {npm.ExitCode}.\n{string.Concat(said)}");
    }
}
