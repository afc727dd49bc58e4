using System.Collections.Concurrent;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Official;

/// <summary>Hanna, who hosts, and Gus, a guest with a hostile name: both at browsers, in one meeting of a server that has all official plugins on.</summary>
public sealed class Two_with_the_official_plugins : IAsyncLifetime
{
    /// <summary>A name that a dialog must show as it is.</summary>
    public const string Gus = "Gus \"the <i>great</i>\" & 'co'";

    /// <summary>Where people are led who leave.</summary>
    public const string Survey = "https://survey.example/";

    /// <summary>The conference that transfers lead to.</summary>
    public static readonly string Elsewhere = Furniture.Open.Alias(1);

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["recording"] = """{"destination": "demo:recorder", "label": "The recorder", "announcement": "We are being recorded."}""",
        ["screenshot"] = """{"fileName": "two at a table", "stamp": true}""",
        ["layout-control"] = null,
        ["transfer"] = $$"""{"rooms": [{"name": "The <other> \"room\"", "alias": "{{Elsewhere}}"}], "waitingRoom": "{{Furniture.Open.Alias(2)}}"}""",
        ["directory"] = """
            {"entries": [
              {"name": "José García", "alias": "demo:jose", "note": "Lisbon"}, {"name": "Ann", "alias": "demo:ann"},
              {"name": "Busy Bob", "alias": "demo:reject-bob"}, {"name": "Far away", "alias": "sip:nobody@nowhere.invalid"}
            ]}
            """,
        ["raise-hand"] = """{"seconds": 0}""",
        ["hide-api"] = """{"names": ["robot"]}""",
        ["after-call"] = $$"""{"address": "{{Survey}}?room={conference}&as={role}"}""",
        ["chat-keyword"] = """
            {"pause": 0, "rules": [
              {"keyword": "!help", "where": "whole", "action": "reply", "text": "Ask {name}, or write !hand."},
              {"keyword": "!hand", "where": "whole", "action": "raise"},
              {"keyword": "nonsense", "where": "contains", "action": "mute"},
              {"keyword": "!note", "where": "begins", "action": "dialog", "text": "A <b>note</b> by {name}", "hostsOnly": true}
            ]}
            """,
    };

    /// <summary>Its house stays shut: this server has a branding.</summary>
    private readonly A_browser _browser = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-official-");
    private readonly List<Person> _people = [];
    private Person? _harry;
    private PlenumProcess _server = null!;

    public string Alias { get; } = Furniture.Hosted.Alias(0);

    public HttpClient Http { get; private set; } = null!;

    public Person Host { get; private set; } = null!;

    public Person Guest { get; private set; } = null!;

    public ConcurrentQueue<string> HarrysConsole { get; } = [];

    public async ValueTask InitializeAsync()
    {
        OfficialPlugins.Brand(_folder.FullName, Settings);
        _server = await PlenumProcess.StartWith(
            new Dictionary<string, string> { ["Plenum__Limits__JoinBurstPerAddress"] = "1000", ["Plenum__Limits__RequestBurstPerToken"] = "10000" },
            "--branding",
            _folder.FullName);
        Http = new HttpClient { BaseAddress = _server.Address, Timeout = Visitor.Patience };
        Host = await Somebody();
        await AsHost(Host, "Hanna");
        Guest = await Somebody();
        await AsGuest(Guest);
        await Assertions.Expect(Host.Tool("Start recording")).ToBeVisibleAsync();
    }

    /// <summary>Somebody more at a browser, who has not come in yet.</summary>
    public async Task<Person> Somebody(bool media = false)
    {
        var person = await Person.At(await _browser.Get(media), _server.Address, Look.Desktop, media);
        // Where hosts have a PIN, the app knocks first without one.
        person.Complaints.MayHear("403");
        person.Complaints.MayHear("plugins/layout-control/settings.json");
        if (media) person.Complaints.MayHear("/calls:");
        _people.Add(person);
        return person;
    }

    /// <summary>A second host, in whose browser no recorder is fixed; comes when first wanted.</summary>
    public async Task<Person> Harry()
    {
        if (_harry is not null) return _harry;
        _harry = await Somebody();
        _harry.Page.Console += (_, line) => HarrysConsole.Enqueue(line.Text);
        await _harry.Page.RouteAsync("**/plugins/recording/settings.json", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"destination": ""}""" }));
        await AsHost(_harry, "Harry");
        return _harry;
    }

    public async Task AsHost(Person person, string name)
    {
        await person.Enters(Alias, name, $"&pin={Furniture.HostPin}");
        await person.TurnsTo("People");
    }

    public async Task AsGuest(Person person, string name = Gus)
    {
        await person.Enters(Alias, name, "&pin=none");
        await person.TurnsTo("People");
        await Assertions.Expect(Host.Row(name)).ToBeVisibleAsync();
    }

    /// <summary>Whatever a test left open is closed before the next.</summary>
    public async Task TidyUp()
    {
        foreach (var person in (Person?[])[Host, Guest, _harry])
        {
            if (person is null) continue;
            await person.PutsMenusAway();
            var dialogs = person.Page.Locator(".pex-dialog-backdrop");
            while (await dialogs.CountAsync() > 0) await person.Page.Keyboard.PressAsync("Escape");
            await person.PutsDialogsAway();
            await person.TurnsTo("People");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.Leave();
        Http?.Dispose();
        await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Delete(recursive: true);
        string[] unexpected = [.. _people.SelectMany(person => person.Complaints.Unexpected)];
        Assert.True(unexpected.Length == 0, string.Join("\n", unexpected));
    }
}
