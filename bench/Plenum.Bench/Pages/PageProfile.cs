using System.Text.Json;
using Microsoft.Playwright;

namespace Plenum.Bench.Pages;

/// <summary>What a page's main thread did, sampled by the browser. A stretch is work between two rests; a frame is never more than one stretch.</summary>
internal sealed class PageProfile
{
    private const double Rest = 1;
    private readonly ICDPSession _session;

    private PageProfile(ICDPSession session) => _session = session;

    public static async Task<PageProfile> StartAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Profiler.enable");
        await session.SendAsync("Profiler.setSamplingInterval", new() { ["interval"] = 200 });
        await session.SendAsync("Profiler.start");
        return new(session);
    }

    /// <summary>Milliseconds of each stretch in which the app ran: in the plugin host, and in anything but plugins' own code.</summary>
    public async Task<IReadOnlyList<(double Host, double Page)>> StopAsync(string hostScript)
    {
        var profile = (await _session.SendAsync("Profiler.stop"))!.Value.GetProperty("profile");
        var kinds = Kinds(profile, hostScript);
        var samples = profile.GetProperty("samples").EnumerateArray().Select(sample => kinds[sample.GetInt32()]).ToArray();
        var times = profile.GetProperty("timeDeltas").EnumerateArray().Select(time => time.GetDouble() / 1000).Skip(1).ToArray();
        var stretches = new List<(double Host, double Page)>();
        var (host, page, rest, ours) = (0.0, 0.0, 0.0, false);
        for (var i = 0; i < times.Length; i++)
        {
            if (samples[i] is Kind.Idle && (rest += times[i]) > Rest)
            {
                if (ours) stretches.Add((host, page));
                (host, page, ours) = (0, 0, false);
            }

            if (samples[i] is Kind.Idle) continue;
            rest = 0;
            if (samples[i] is Kind.Host) host += times[i];
            if (samples[i] is not Kind.Plugin) page += times[i];
            ours |= samples[i] is Kind.Host or Kind.App;
        }

        return stretches;
    }

    private enum Kind
    {
        Idle,
        Browser,
        App,
        Host,
        Plugin,
    }

    /// <summary>By the innermost function that has an address; what the host calls of the app's libraries is the host's.</summary>
    private static Dictionary<int, Kind> Kinds(JsonElement profile, string hostScript)
    {
        var nodes = profile.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("id").GetInt32());
        var kinds = new Dictionary<int, Kind>();
        var open = new Stack<(JsonElement Node, Kind Around, bool InHost)>([(profile.GetProperty("nodes")[0], Kind.Browser, false)]);
        while (open.TryPop(out var next))
        {
            var frame = next.Node.GetProperty("callFrame");
            var (url, name) = (frame.GetProperty("url").GetString()!, frame.GetProperty("functionName").GetString()!);
            var inHost = next.InHost || url.Contains(hostScript, StringComparison.Ordinal);
            var kind = url.Contains("/custom_configuration/", StringComparison.Ordinal) ? Kind.Plugin
                : url.Contains("/webapp2/", StringComparison.Ordinal) ? inHost ? Kind.Host : Kind.App
                : name is "(idle)" ? Kind.Idle : next.Around;
            kinds[next.Node.GetProperty("id").GetInt32()] = kind;
            if (next.Node.TryGetProperty("children", out var children))
                foreach (var child in children.EnumerateArray()) open.Push((nodes[child.GetInt32()], kind, inHost));
        }

        return kinds;
    }
}
