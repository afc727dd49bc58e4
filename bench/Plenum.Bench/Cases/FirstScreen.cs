using Plenum.Bench.Pages;
using Plenum.Bench.Results;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Cases;

/// <summary>A cold browser opens the app: what is fetched, when something is seen, when it can be used, and what it weighs.</summary>
internal sealed class FirstScreen : Case
{
    private const string Conference = "meet.bench";
    private const string Toolbar = "#toolbar-audio-on__button-container, #toolbar-audio-off__button-container";

    public override string Name => "app";

    public override string Question => "a cold browser opens the app, beside a meeting page of LiveKit's React components (as \"bare\")";

    protected override async Task MeasureAsync(Session session, List<Figure> figures)
    {
        // A first start would show plugins, which are not the app.
        using var plenum = PlenumPeer.Start("--no-demo");
        await plenum.AskUntilReadyAsync(session.Stop);
        await plenum.PrepareAsync([Conference], session.Stop);
        using var react = await ReactPage.BuildAndServeAsync(session.Stop);
        await using var browser = await ColdBrowser.StartAsync();
        var app = $"http://{plenum.Server.Address}/webapp2/";
        var medians = new Medians();
        for (var round = 0; round < session.Load.Rounds * 2 + 1; round++)
        {
            medians.Add("bare", await browser.OpenAsync(react.Address.ToString(), ".lk-control-bar"));
            medians.Add("plenum", Called("meeting", await browser.OpenAsync($"{app}conference/{Conference}?name=Ada&join=1", Toolbar)));
            medians.Add("plenum", Called("landing", await browser.OpenAsync(app, "main input")));
        }

        figures.Add(medians.Row("meeting packed", "packed", "code to the meeting screen, gzip", "kB", Aim.AtMostValue(120)));
        figures.Add(medians.Row("landing packed", "packed", "code to the landing page, gzip", "kB"));
        figures.Add(medians.Row("landing painted", "painted", "first contentful paint, landing page", "ms", Aim.AtMostValue(350)));
        figures.Add(medians.Row("landing interactive", "interactive", "can be used, landing page", "ms", Aim.AtMostValue(350)));
        figures.Add(medians.Row("meeting interactive", "interactive", "joined and can be used (the peer joins nothing)", "ms"));
        figures.Add(medians.Row("meeting heap", "heap", "heap in the meeting (the peer joins nothing)", "MB"));
    }

    private static Figures Called(string screen, Figures figures)
    {
        var called = new Figures();
        foreach (var (name, value) in figures) called[$"{screen} {name}"] = value;
        return called;
    }
}
