using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>Two people in one meeting of a server that has the guides' recording plugin; all tests of one class share them.</summary>
public sealed class Two_with_the_recording_plugin(A_browser browser) : IAsyncLifetime
{
    private readonly Brandings _brandings = new();
    private readonly List<Person> _people = [];

    public Person Host => _people[0];

    public Person Guest => _people[1];

    public async ValueTask InitializeAsync()
    {
        var address = await _brandings.Serving("guide-recording");
        foreach (var name in (string[])["Hanna", "Gus"])
            _people.Add(await (await Person.At(await browser.Get(media: false), address, Look.Desktop)).Enters(Furniture.Open.Alias(0), name));
        await Host.SeesInRoster("Gus");
    }

    /// <summary>Nothing is open, nothing is recorded, and nothing was typed before.</summary>
    public async Task StartAnew()
    {
        var dialog = Host.Dialog("Record alias");
        while (await dialog.CountAsync() > 0) await Host.Page.Keyboard.PressAsync("Escape");
        await Host.PutsDialogsAway();
        if (await Host.Tool("Stop recording").IsVisibleAsync()) await Host.Tool("Stop recording").ClickAsync();
        await Assertions.Expect(Host.Tool("Start recording")).ToBeVisibleAsync();
        await Host.Page.EvaluateAsync("() => localStorage.removeItem('pexSimpleRecordPluginAlias')");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.Leave();
        await _brandings.DisposeAsync();
        string[] unexpected = [.. _people.SelectMany(person => person.Complaints.Unexpected)];
        Assert.True(unexpected.Length == 0, string.Join("\n", unexpected));
    }
}
