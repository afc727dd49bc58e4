using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>
/// One screen of the list: its name, and what is done on the screen before to come to it. <c>Fleeting</c> is what goes by
/// itself, or when the window changes its size.
/// </summary>
internal sealed record Screen(string Name, Func<Stage, Task> Reach, bool Fleeting = false);

/// <summary>Screens that lie on one way.</summary>
internal sealed record Scene(string Name, Furniture Where, bool Media, params Screen[] Screens);

/// <summary>What a scene is played on: somebody at a browser, the meeting it is about, and others who are told what to do by requests.</summary>
internal sealed class Stage(A_running_server house, A_cable cable, Person me, string alias)
{
    private const string Door = "**/request_token";

    private static readonly string[] Names =
        ["Ben", "Dr. Maximiliane Freifrau von Hohenstein-Rothenburg", "عائشة بنت محمد", "Cleo", "Émile Ångström", "Þórdís Łukaszewska"];

    /// <summary>Between my browser and the server.</summary>
    public A_cable Cable => cable;

    public Person Me => me;

    public string Alias => alias;

    public List<Visitor> Others { get; } = [];

    public Task Opens(string path) => me.Open(path);

    /// <summary>As in a browser that runs no scripts; once the page is there it does, so that it can be judged.</summary>
    public async Task OpensWithoutScript(string path)
    {
        var session = await me.Page.Context.NewCDPSessionAsync(me.Page);
        await session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        await me.Open(path);
        await session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = false });
        await session.DetachAsync();
    }

    /// <summary>Others come in; whose name is long or written from right to left is among them.</summary>
    public async Task OthersCome(int number, string? pin = null)
    {
        for (var i = 0; i < number; i++)
            Others.Add(await house.Join(alias, Others.Count < Names.Length ? Names[Others.Count] : $"Person {Others.Count + 1}", pin));
    }

    public Visitor Other(int index) => Others[index];

    /// <summary>The call says something to the app, as when the server had said it: for what is rare, or slow to come by.</summary>
    public Task Hears(string callback, object? what = null) =>
        me.Page.EvaluateAsync("([callback, what]) => window.PEX.pexrtc[callback](what)", new object?[] { callback, what });

    /// <summary>The call ends for this reason, and no one of us stays behind in the meeting.</summary>
    public Task IsSentAway(string reason) => me.Page.EvaluateAsync(
        "reason => { const call = window.PEX.pexrtc, tell = call.onDisconnect; call.disconnect(reason); tell.call(call, reason); }", reason);

    /// <summary>Whoever asks to come in is answered so from now on.</summary>
    public async Task TheDoorSays(object result)
    {
        me.Complaints.MayHear("403");
        await TheDoorOpens();
        await me.Page.RouteAsync(Door, route => route.FulfillAsync(new()
        {
            Status = 403,
            ContentType = "application/json",
            Body = System.Text.Json.JsonSerializer.Serialize(new { status = "failed", result }),
        }));
    }

    public Task TheDoorSaysNothing() => me.Page.RouteAsync(Door, _ => Task.CompletedTask);

    public Task TheDoorOpens() => me.Page.UnrouteAsync(Door);

    /// <summary>Chooses a theme in another tab.</summary>
    public Task Wears(string theme) => me.Page.EvaluateAsync(
        "theme => { localStorage.setItem('plenum.preferences', JSON.stringify({ theme })); dispatchEvent(new StorageEvent('storage')); }", theme);
}
