using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Web;

/// <summary>What became of one scene.</summary>
public sealed record Scene(string Name, bool Passed, string Detail);

/// <summary>The scenes of a script in tests/web: pexrtc.js and a real server, which the script may ask to be killed and started again.</summary>
internal static class Scenes
{
    /// <summary>What the server serves lies beside it.</summary>
    private static readonly string Bundle = Path.Combine(AppContext.BaseDirectory, "web", "static", "webrtc", "js", "pexrtc.js");

    public static async Task<ImmutableDictionary<string, Scene>> Play(string script, PlenumProcess server)
    {
        var path = Path.Combine(Repository.Root, "tests", "web", script);
        using var node = Process.Start(new ProcessStartInfo("node", [path, Bundle, server.Address.GetLeftPart(UriPartial.Authority)])
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
            : throw new InvalidOperationException($"{script} ended with {node.ExitCode} after {scenes.Count} scenes.\n{await complaints}");
    }

    public static void Passed(this ImmutableDictionary<string, Scene> scenes, string name)
    {
        Assert.True(scenes.TryGetValue(name, out var played), $"Not played: {name}");
        Assert.True(played.Passed, played.Detail);
    }
}
