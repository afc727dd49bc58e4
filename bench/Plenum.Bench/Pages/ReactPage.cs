using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Pages;

/// <summary>The peer of the app: a meeting page made of LiveKit's React components, built from npm and served by Vite as one would ship it.</summary>
internal sealed class ReactPage : IDisposable
{
    private static readonly string Folder = Path.Combine(Built.Root, "bench", "peer");
    private readonly Process _server;

    private ReactPage(Process server, Uri address)
    {
        _server = server;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ReactPage> BuildAndServeAsync(CancellationToken stop)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) await RunAsync(["ci", "--no-audit", "--no-fund"], stop);
        await RunAsync(["run", "build"], stop);
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}/");
        // Node itself, so that killing it leaves no child behind.
        var server = Start("node", [Path.Combine(Folder, "node_modules", "vite", "bin", "vite.js"), "preview", "--host", "127.0.0.1", "--strictPort", "--port", $"{port}"]);
        await AnswersAsync(address, stop);
        return new(server, address);
    }

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.Dispose();
    }

    private static async Task AnswersAsync(Uri address, CancellationToken stop)
    {
        using var http = new HttpClient();
        for (var deadline = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var answer = await http.GetAsync(address, stop);
                return;
            }
            catch (HttpRequestException) when (deadline.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50, stop);
            }
        }
    }

    private static async Task RunAsync(IEnumerable<string> arguments, CancellationToken stop)
    {
        using var npm = Start("npm", arguments);
        await npm.WaitForExitAsync(stop);
        if (npm.ExitCode is not 0) throw new InvalidOperationException($"npm {string.Join(' ', arguments)} failed in {Folder}.");
    }

    private static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
