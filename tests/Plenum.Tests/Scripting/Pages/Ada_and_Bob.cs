using System.Text.Json.Nodes;
using Plenum.Tests.Browsers;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting.Pages;

/// <summary>Ada and Bob, both at browsers in one meeting, and a server with UI plugins that scripts talk to. All tests of one class share them.</summary>
public sealed class Ada_and_Bob(A_browser browser) : IAsyncLifetime
{
    private readonly Administration _admin = Administration.Of(browser.House.Server);
    private readonly HashSet<string> _made = [];

    public A_running_server House => browser.House;

    public string Alias { get; } = browser.House.Take(Furniture.Open);

    public Person Ada { get; private set; } = null!;

    public Person Bob { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Put("sample", new JsonObject { ["package"] = "sample", ["settings"] = new JsonObject { ["button"] = true } });
        await Put("phone", new JsonObject { ["package"] = "phone", ["settings"] = new JsonObject { ["sound"] = false } });
        await Put("probe", new JsonObject { ["script"] = Probe, ["functions"] = new JsonArray("ask", "late"), ["events"] = new JsonArray("heard") });
        await Put("old", new JsonObject { ["script"] = "checkErrors = 1; uiService.processMessage = m => uiService.callback(m, 'done', {name: uiService.name, greeting: uiService.configuration.greeting, errors: window.checkErrors});", ["settings"] = new JsonObject { ["greeting"] = "Hello" } });
        await Put("broken", new JsonObject { ["script"] = "throw 'There is no window.ethereum';" });
        await Put("unreadable", new JsonObject { ["script"] = "this is no JavaScript" });
        (Ada, Bob) = (await Enters("Ada"), await Enters("Bob"));
        await WaitsForPlugins(Ada);
        await WaitsForPlugins(Bob);
    }

    public async Task<Person> Somebody() => await Person.At(await browser.Get(false), House.Server.Address, Look.Desktop);

    public Task<JsonNode> Put(string plugin, JsonObject wish) => Make($"ui-plugins/{plugin}", wish);

    public Task Listen(string name, JsonObject wish) => Make($"listeners/{name}", wish);

    public Task<JsonNode> Get(string path) => _admin.Get(path);

    public Task<JsonNode> Post(string path, object body) => _admin.Post(path, body);

    /// <summary>Runs a script on the server by hand, and gives what it returned.</summary>
    public async Task<JsonNode?> Run(string script)
    {
        await Listen("once", new JsonObject { ["type"] = "manual", ["script"] = script });
        var run = await _admin.Post("listeners/once/runs", "{}");
        Assert.True((string)run["outcome"]! == "returned", run.ToJsonString());
        return run["value"];
    }

    /// <summary>What scripts wrote, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> Log(string query) =>
        [.. (await _admin.Get($"logs?{query}"))["items"]!.AsArray().Select(line => (string)line!["text"]!).Reverse()];

    public async ValueTask DisposeAsync()
    {
        foreach (var person in (Person?[])[Ada, Bob]) await (person?.Leave() ?? Task.CompletedTask);
        // Other tests look at the same server, and would have them in their pages.
        foreach (var made in _made) await _admin.Delete(made);
        _admin.Dispose();
        string[] unexpected = [.. ((Person?[])[Ada, Bob]).OfType<Person>().SelectMany(person => person.Complaints.Unexpected)];
        Assert.True(unexpected.Length == 0, string.Join("\n", unexpected));
    }

    /// <summary>Notes what it is sent and answers when it is asked to; newest generation.</summary>
    private const string Probe = """
        window.probe = { heard: [], service: service, sys: sys };
        service.ask = async function (message) {
          probe.heard.push(message.number);
          if (message.answer) service.callback({ ...message }, 'answer', { number: message.number });
          if (message.fail) throw new Error('The probe was told to fail');
        };
        """;

    private Task<JsonNode> Make(string path, JsonObject wish)
    {
        _made.Add(path);
        return _admin.Ask(HttpMethod.Put, path, wish.ToJsonString());
    }

    private async Task<Person> Enters(string name)
    {
        var person = await Somebody();
        person.Complaints.MayHear("Unexpected identifier");
        return await person.Enters(Alias, name);
    }

    private static Task WaitsForPlugins(Person person) => person.Page.WaitForFunctionAsync("() => window.probe && document.querySelector('#applicationHost button')", null, new() { PollingInterval = 20 });
}
