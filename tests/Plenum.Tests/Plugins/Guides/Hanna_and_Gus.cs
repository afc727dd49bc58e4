using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>
/// Hanna, who hosts, and Gus, a guest: both at browsers, in one meeting, with the plugins written for the guides' sentences.
/// All tests of one class share them.
/// </summary>
public sealed class Hanna_and_Gus(A_browser browser, The_guides_server server) : IAsyncLifetime
{
    private readonly List<Person> _people = [];

    public PlenumProcess Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string Alias { get; } = server.Take();

    public Person Hanna { get; private set; } = null!;

    public Person Gus { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await server.Started;
        Http = new HttpClient { BaseAddress = Server.Address, Timeout = Visitor.Patience };
        Hanna = await (await Somebody()).Enters(Alias, "Hanna", $"&pin={Furniture.HostPin}&friendOf={Alias}&colour=deep%20red");
        Gus = await (await Somebody()).Enters(Alias, "Gus", "&pin=none");
        await Hanna.TurnsTo("People");
        await Gus.TurnsTo("People");
        await Microsoft.Playwright.Assertions.Expect(Hanna.Tool("A star")).ToBeVisibleAsync();
        await Microsoft.Playwright.Assertions.Expect(Gus.Tool("A star")).ToBeVisibleAsync();
    }

    /// <summary>Somebody more at a browser, who has not come in yet.</summary>
    public async Task<Person> Somebody(bool media = false)
    {
        var person = await Person.At(await browser.Get(media), Server.Address, Look.Desktop, media);
        // Where hosts have a PIN, the app knocks first without one.
        person.Complaints.MayHear("403");
        // Somebody who presents by a request alone shows no picture.
        person.Complaints.MayHear("presentation.jpeg");
        if (media) person.Complaints.MayHear("/calls:");
        _people.Add(person);
        return person;
    }

    /// <summary>Whatever a test left open is closed before the next.</summary>
    public async Task TidyUp()
    {
        foreach (var person in (Person[])[Hanna, Gus])
        {
            await TheAppStands(person);
            await person.PutsMenusAway();
            var dialogs = person.Page.Locator(".pex-dialog-backdrop");
            while (await dialogs.CountAsync() > 0) await person.Page.Keyboard.PressAsync("Escape");
            await person.PutsDialogsAway();
            await person.TurnsTo("People");
        }
    }

    /// <summary>When the app itself fell over in an earlier test, the tests that follow say of what.</summary>
    private static async Task TheAppStands(Person person)
    {
        var why = person.Page.GetByText("For those who look into it").Locator("..");
        if (await why.CountAsync() > 0) Assert.Fail($"The app fell over: {await why.TextContentAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.Leave();
        Http?.Dispose();
        string[] unexpected = [.. _people.SelectMany(person => person.Complaints.Unexpected)];
        Assert.True(unexpected.Length == 0, string.Join("\n", unexpected));
    }
}
