using System.Text.Json;
using Microsoft.Playwright;

namespace Plenum.Tests.Plugins;

/// <summary>
/// Whose work a page's long tasks are. The browser tells of tasks by whoever began them, which is the app wherever it hands
/// something to a plugin; so the page is profiled, and what was running within a plugin's function is the plugin's.
/// </summary>
internal sealed class WorkOfThePage
{
    private readonly ICDPSession _session;
    private readonly IPage _page;

    private WorkOfThePage(ICDPSession session, IPage page) => (_session, _page) = (session, page);

    public static async Task<WorkOfThePage> Watch(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");
        await session.SendAsync("Profiler.enable");
        await session.SendAsync("Profiler.setSamplingInterval", new() { ["interval"] = 500 });
        await session.SendAsync("Profiler.start");
        return new(session, page);
    }

    /// <summary>For each long task, how many milliseconds of it the app's own code ran, plugin host included.</summary>
    public async Task<IReadOnlyList<double>> OfTheHost()
    {
        var tasks = (await _page.EvaluateAsync("() => stage.longTasks"))!.Value.EnumerateArray()
            .Select(task => (From: task.GetProperty("startTime").GetDouble(), Took: task.GetProperty("duration").GetDouble())).ToArray();
        var metrics = (await _session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
        var opened = metrics.Single(metric => metric.GetProperty("name").GetString() is "NavigationStart").GetProperty("value").GetDouble() * 1000;
        var profile = (await _session.SendAsync("Profiler.stop"))!.Value.GetProperty("profile");
        var samples = SamplesOfTheHost(profile, opened).ToArray();
        return [.. tasks.Select(task => samples.Where(sample => sample.At >= task.From && sample.At < task.From + task.Took).Sum(sample => sample.Took))];
    }

    private static IEnumerable<(double At, double Took)> SamplesOfTheHost(JsonElement profile, double opened)
    {
        var hosts = HostNodes(profile);
        var nodes = profile.GetProperty("samples").EnumerateArray().Select(sample => sample.GetInt32()).ToArray();
        var steps = profile.GetProperty("timeDeltas").EnumerateArray().Select(step => step.GetDouble() / 1000).ToArray();
        var at = profile.GetProperty("startTime").GetDouble() / 1000 - opened;
        for (var i = 0; i < nodes.Length; i++)
        {
            at += steps[i];
            if (hosts.Contains(nodes[i]) && i + 1 < nodes.Length) yield return (at, steps[i + 1]);
        }
    }

    /// <summary>Where the app is on the stack and no plugin is.</summary>
    private static HashSet<int> HostNodes(JsonElement profile)
    {
        var nodes = profile.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("id").GetInt32());
        var hosts = new HashSet<int>();
        var open = new Stack<(JsonElement Node, bool Host)>([(profile.GetProperty("nodes")[0], false)]);
        while (open.TryPop(out var next))
        {
            var url = next.Node.GetProperty("callFrame").GetProperty("url").GetString()!;
            if (url.Contains("/custom_configuration/", StringComparison.Ordinal)) continue;
            var host = next.Host || (url.Contains("/webapp2/", StringComparison.Ordinal) && url.EndsWith(".js", StringComparison.Ordinal));
            if (host) hosts.Add(next.Node.GetProperty("id").GetInt32());
            if (next.Node.TryGetProperty("children", out var children))
                foreach (var child in children.EnumerateArray()) open.Push((nodes[child.GetInt32()], host));
        }

        return hosts;
    }
}
