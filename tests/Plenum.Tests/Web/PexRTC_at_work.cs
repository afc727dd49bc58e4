using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Web;

/// <summary>A server of its own (it is restarted) and what the built pexrtc.js did on it, in one run.</summary>
public sealed class PexRTC_at_work : IAsyncLifetime
{
    private static readonly Dictionary<string, string> RoomForAll = new()
    {
        ["Plenum__Limits__JoinBurstPerAddress"] = "1000",
        ["Plenum__Limits__JoinsPerSecondPerAddress"] = "100",
    };

    private PlenumProcess? _server;

    public ImmutableDictionary<string, Scene> Scenes { get; private set; } = ImmutableDictionary<string, Scene>.Empty;

    public async ValueTask InitializeAsync()
    {
        var bundle = await BuiltPexRTC.Path;
        _server = await PlenumProcess.StartWith(RoomForAll);
        Scenes = await Run(_server, bundle);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<ImmutableDictionary<string, Scene>> Run(PlenumProcess server, string bundle)
    {
        var script = Path.Combine(Repository.Root, "tests", "web", "pexrtc.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, bundle, server.Address.GetLeftPart(UriPartial.Authority)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        var complaints = node.StandardError.ReadToEndAsync();
        var scenes = ImmutableDictionary.CreateBuilder<string, Scene>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("\"ask\"", StringComparison.Ordinal))
            {
                await server.Restart();
                await node.StandardInput.WriteLineAsync("restarted");
                await node.StandardInput.FlushAsync();
            }
            else if (JsonSerializer.Deserialize<Scene>(line, JsonSerializerOptions.Web) is { } scene)
            {
                scenes.Add(scene.Name, scene);
            }
        }

        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? scenes.ToImmutable()
            : throw new InvalidOperationException($"The script ended with {node.ExitCode} after {scenes.Count} scenes.\n{await complaints}");
    }
}

/// <summary>What became of one scene.</summary>
public sealed record Scene(string Name, bool Passed, string Detail);
