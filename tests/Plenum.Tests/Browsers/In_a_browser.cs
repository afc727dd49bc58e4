using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>Tests with people at browsers: when a test is over, everybody leaves, and whatever a page complained of fails the test.</summary>
public abstract class In_a_browser(A_browser browser) : IAsyncDisposable
{
    private readonly List<Person> _people = [];

    protected A_running_server House => browser.House;

    /// <summary>Somebody at a browser with a fresh profile, at a desktop in daylight unless said otherwise.</summary>
    protected Task<Person> Somebody(Look? look = null, bool media = false, bool script = true) => SomebodyAt(House.Server.Address, look, media, script);

    /// <summary>The same at another server than the collection's own.</summary>
    protected async Task<Person> SomebodyAt(Uri server, Look? look = null, bool media = false, bool script = true)
    {
        var person = await Person.At(await browser.Get(media), server, look ?? Look.Desktop, media, script);
        _people.Add(person);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var person in _people) await person.Leave();
        string[] unexpected = [.. _people.SelectMany(person => person.Complaints.Unexpected)];
        Assert.True(unexpected.Length == 0, string.Join("\n", unexpected));
    }
}
