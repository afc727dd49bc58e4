using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>Somebody in a meeting with Settings, Plugins open and the good plugin running, and somebody else who talks and raises a hand.</summary>
internal sealed class A_meeting_beside_plugins : IDisposable
{
    private readonly Person _person;
    private readonly HttpClient _http;
    private readonly Visitor _other;
    private int _said;
    private bool _raised;

    private A_meeting_beside_plugins(Person person, HttpClient http, Visitor other) => (_person, _http, _other) = (person, http, other);

    public IPage Page => _person.Page;

    /// <summary>Of these plugins only the good one runs from the beginning.</summary>
    public static async Task<A_meeting_beside_plugins> Of(Person person, Uri server, string alias, params IEnumerable<Hostile> plugins)
    {
        await person.Finds([.. plugins.Select(one => (one.Plugin, false)), ("good", true)]);
        await person.Page.AddInitScriptAsync(PageWithPlugins.Before);
        await person.Enters(alias, "Hector");
        await person.TurnsTo("Chat");
        await person.OpensPlugins();
        var http = new HttpClient { BaseAddress = server };
        return new(person, http, await Visitor.Join(http, alias, "Olga"));
    }

    /// <summary>It does its deed. Returns how long until its card named it with what it did.</summary>
    public async Task<Naming> Provoke(Hostile one)
    {
        if (one.Complaint is not null) _person.Complaints.Expect(one.Complaint);
        if (one.Trigger is not "load") await Page.EvaluateAsync("([name, label]) => stage.runs(name, label)", new[] { one.Name, one.Plugin });
        if (one.Trigger is "roster") await ChangesUntilNamed(one);
        var told = await Page.EvaluateAsync("(deed) => stage.named(deed)", new { name = one.Name, label = one.Plugin, trigger = one.Trigger, words = one.Words });
        return new(told!.Value.GetProperty("milliseconds").GetDouble(), told.Value.GetProperty("beats").GetInt32());
    }

    /// <summary>What its card says of it besides its words.</summary>
    public async Task IsMarked(Hostile one)
    {
        await Page.EvaluateAsync("([name, state]) => stage.is(name, state)", new[] { one.Name, one.Trigger is "disable" ? "disabled" : one.Entry is null ? "loaded" : "failed" });
        if (one.Clean) Assert.DoesNotContain("failed", await Page.EvaluateAsync<string>("(name) => stage.said(name)", one.Name), StringComparison.Ordinal);
    }

    /// <summary>The good plugin answers and is heard by the server; what the other does comes in.</summary>
    public async Task GoesOn()
    {
        var answer = await Page.RunAndWaitForResponseAsync(
            () => Page.EvaluateAsync("() => stage.pressGood()"),
            response => response.Url.EndsWith("/unlock", StringComparison.Ordinal));
        Assert.Equal((200, "plugin/good"), (answer.Status, (await answer.Request.AllHeadersAsync())["plenum-cause"]));
        var rosters = (await Page.EvaluateAsync<int[]>("() => stage.good()"))[0];
        await RaisesOrLowersAHand();
        var message = $"Message {++_said}.";
        await _other.Say(message);
        await Page.EvaluateAsync("([rosters, message]) => stage.hears(rosters, message)", new object[] { rosters, message });
    }

    public async Task Ends(Hostile one)
    {
        await Page.EvaluateAsync("([name, label]) => stage.gone(name, label)", new[] { one.Name, one.Plugin });
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => stage.left()"));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A page that is busy hears of several changes at once, so it takes as many as it takes; what is measured is the time since the last.</summary>
    private async Task ChangesUntilNamed(Hostile one)
    {
        for (var i = 0; i < 300 && !await Page.EvaluateAsync<bool>("({ name, words }) => stage.has(name, words)", new { name = one.Name, words = one.Words }); i++)
            await RaisesOrLowersAHand();
    }

    private Task<Answer> RaisesOrLowersAHand() => _other.Post(_other, (_raised = !_raised) ? "buzz" : "clearbuzz");
}

/// <summary>How long it took, and how often the page's own clock beat meanwhile, ten times a second as long as the page is free.</summary>
internal readonly record struct Naming(double Milliseconds, int Beats);
