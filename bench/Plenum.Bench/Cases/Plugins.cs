using Plenum.Bench.Pages;
using Plenum.Bench.Results;
using Plenum.Bench.Servers;
using Plenum.Bench.Wire;

namespace Plenum.Bench.Cases;

/// <summary>What plugins cost in the browser: loading them, pressing a button of theirs, and telling them of a crowd.</summary>
internal sealed class Plugins : Case
{
    private const string Conference = "meet.bench";
    private const int Loaded = 20;
    private const int Subscribed = 10;
    private const int Crowded = 500;
    private const int Presses = 40;
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    public override string Name => "plugins";

    public override string Question => "plugins in the page, beside the same scripts by bare script tags (as \"bare\")";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        await using var browser = await ColdBrowser.StartAsync();
        var medians = new Medians();
        await LoadAsync(session, browser, medians);
        await CrowdAsync(session, browser, medians);
        figures.Add(medians.Row("loaded", $"{Loaded} plugins, from the first script asked for to the last load", "ms", Aim.RatioAtMost(1.5)));
        figures.Add(medians.Row("listed", "loaded", $"{Loaded} plugins, from the list asked for, while the meeting is joined", "ms"));
        figures.Add(medians.Row("pressed", "a plugin's button pressed, until the request leaves, p50", "ms", Aim.AtMostValue(5)));
        figures.Add(medians.Row("pressed p95", "the same, p95", "ms", Aim.AtMostValue(5)));
        figures.Add(medians.Row("host", $"{Crowded} people, 10 changes/s, {Subscribed} subscribed plugins: host's work per frame, p95", "ms", Aim.AtMostValue(16)));
        figures.Add(medians.Row("page", "the same: all work per frame but the plugins' own, p95", "ms"));
        figures.Add(medians.Row("frames", "frames with work per second", "1/s"));
    }

    private static async Task LoadAsync(Session session, ColdBrowser browser, Medians medians)
    {
        using var brand = new PluginBrand(Loaded);
        using var plenum = await ServeAsync(brand, session.Stop);
        var server = $"http://{plenum.Server.Address}";
        for (var round = 0; round < session.Load.Rounds * 3; round++)
        {
            await using (var bare = await browser.NewProfileAsync())
                medians.Add("bare", await PluginPage.BareAsync(await bare.NewPageAsync(), server, [.. brand.Scripts.Select(script => $"/webapp2/custom_configuration/{script}")]));
            await using var profile = await browser.NewProfileAsync();
            var page = await profile.NewPageAsync();
            medians.Add("plenum", await PluginPage.JoinAsync(page, Link(server), Loaded));
            var pressed = (await PluginPage.PressAsync(page, Presses)).Order().ToArray();
            medians.Add("plenum", new() { ["pressed"] = pressed[Presses / 2], ["pressed p95"] = pressed[Presses * 95 / 100] });
        }
    }

    private static async Task CrowdAsync(Session session, ColdBrowser browser, Medians medians)
    {
        using var brand = new PluginBrand(Subscribed);
        using var plenum = await ServeAsync(brand, session.Stop);
        using var crowd = new Crowd(plenum, session.Loop, Crowded);
        await crowd.AssembleAsync(Session.Seats([Conference], Crowded), without: Crowded, session.Stop);
        await using var profile = await browser.NewProfileAsync();
        var page = await profile.NewPageAsync();
        await PluginPage.JoinAsync(page, Link($"http://{plenum.Server.Address}"), Subscribed);
        var host = await page.EvaluateAsync<string>("() => performance.getEntriesByType('resource').map(({ name }) => name).find((name) => /plugin-host|\\/src-/.test(name))");
        for (var round = 0; round < session.Load.Rounds; round++)
        {
            await ChangeAsync(crowd, TimeSpan.FromSeconds(2), session.Stop);
            var watched = await PageProfile.StartAsync(page);
            await ChangeAsync(crowd, session.Load.Paced, session.Stop);
            var stretches = await watched.StopAsync(host);
            medians.Add("plenum", new()
            {
                ["host"] = P95(stretches.Select(stretch => stretch.Host)),
                ["page"] = P95(stretches.Select(stretch => stretch.Page)),
                ["frames"] = stretches.Count / session.Load.Paced.TotalSeconds,
            });
        }
    }

    private static async Task<PlenumPeer> ServeAsync(PluginBrand brand, CancellationToken stop)
    {
        var plenum = PlenumPeer.Start("--branding", brand.Folder);
        await plenum.AskUntilReadyAsync(stop);
        await plenum.PrepareAsync([Conference], stop);
        return plenum;
    }

    /// <summary>Ten times a second somebody is muted, or heard again.</summary>
    private static async Task ChangeAsync(Crowd crowd, TimeSpan time, CancellationToken stop)
    {
        using var connection = new Connection(crowd.Peer.Server.Address);
        using var beat = new PeriodicTimer(Tenth);
        var people = crowd.People.ToArray();
        for (var i = 0; i < time / Tenth && await beat.WaitForNextTickAsync(stop); i++)
            await connection.AskAsync(crowd.Peer.Command(people[i / 2 % people.Length], i % 2 is 0), stop);
    }

    private static double P95(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered.Length is 0 ? double.NaN : ordered[ordered.Length * 95 / 100];
    }

    private static string Link(string server) => $"{server}/webapp2/conference/{Conference}?name=Ada&join=1";
}
