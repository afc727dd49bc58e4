using System.Diagnostics;
using Plenum.Tests.Running;

namespace Plenum.Tests.Web;

/// <summary>pexrtc.js as pages load it, built from the sources as they are now.</summary>
internal static class BuiltPexRTC
{
    private static readonly string Web = System.IO.Path.Combine(Repository.Root, "src", "web");
    private static readonly Lazy<Task<string>> Building = new(Build);

    public static Task<string> Path => Building.Value;

    private static async Task<string> Build()
    {
        if (!Directory.Exists(System.IO.Path.Combine(Web, "node_modules"))) await Npm("ci");
        await Npm("run", "build", "--workspace", "pexrtc");
        return System.IO.Path.Combine(Web, "dist", "static", "webrtc", "js", "pexrtc.js");
    }

    private static async Task Npm(params string[] arguments)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", arguments)
        {
            WorkingDirectory = Web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("npm did not start.");
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm {string.Join(' ', arguments)} ended with {npm.ExitCode}.\n{string.Concat(said)}");
    }
}
