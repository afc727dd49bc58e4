using System.Text.Json.Nodes;
using Plenum.Tests.Running;
using Plenum.Tests.Scripting;

namespace Plenum.Tests.Management.Pages;

[Collection(nameof(A_running_server))]
public sealed class Scripts_at_the_pages(A_running_server running) : IAsyncLifetime
{
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _name = $"page{Guid.NewGuid():N}";
    private A_desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await A_desk.SignedIn(running.Server, "admin", running.Server.AdminPassword);

    [Fact]
    public async Task A_listener_is_made_by_picking_its_type_its_plugin_and_what_that_declares()
    {
        await _admin.Ask(HttpMethod.Put, $"ui-plugins/{_name}", """{"script": "1", "functions": [{"name": "ask", "callbacks": ["yes"]}], "events": [{"name": "dialled"}]}""");
        var form = await _desk.Open($"listeners/new?type=uiPlugin&plugin={_name}");
        Assert.Contains("<option value=\"ask>yes\">callback yes of ask</option>", form.Text, StringComparison.Ordinal);
        Assert.Contains("event dialled", form.Text, StringComparison.Ordinal);
        Assert.Contains("sys.storage.put", form.Text, StringComparison.Ordinal);
        var saved = await Save(("type", "uiPlugin"), ("plugin", _name), ("happened", "ask>yes"), ("script", "return [event.data, record && record.label()]"), ("queue", "mix"), ("retries", "2"));
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        var kept = await _admin.Get($"listeners/{_name}");
        Assert.Equal(("ask", "yes", 2, true), ((string)kept["event"]!, (string)kept["callback"]!, (int)kept["retries"]!, (bool)kept["enabled"]!));
        Assert.Contains($"href=\"/admin/listeners/{_name}\"", (await _desk.Open($"ui-plugins/{_name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_tried_once_switched_off_and_taken_back()
    {
        await Save(("type", "manual"), ("script", "throw new Error('first')"));
        var failed = await _desk.Press($"listeners/{_name}/run", new() { ["event"] = "{}", ["record"] = "" });
        Assert.Contains("Error: first", failed.Text, StringComparison.Ordinal);
        await Save(("type", "manual"), ("script", "return [event.data, record && record.label()]"));
        var ran = await _desk.Press($"listeners/{_name}/run", new() { ["event"] = """{"data": 5}""", ["record"] = "meet.open" });
        Assert.Contains("[5,\"Open", ran.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("is not JSON", (await _desk.Press($"listeners/{_name}/run", new() { ["event"] = "{", ["record"] = "" })).Text, StringComparison.Ordinal);
        await _desk.Press($"listeners/{_name}/switch");
        Assert.False((bool)(await _admin.Get($"listeners/{_name}"))["enabled"]!);
        Assert.Contains("throw new Error('first')", (await _desk.Open($"listeners/{_name}?version=1")).Text, StringComparison.Ordinal);
        Assert.Contains("1 to 100 letters", (await Save(("name", "no spaces"), ("type", "manual"), ("script", "1"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_message_it_is_one_step_to_its_run_its_deliveries_and_its_callbacks()
    {
        await _admin.Ask(HttpMethod.Put, $"ui-plugins/{_name}", """{"script": "1"}""");
        var alias = running.Take(Furniture.Open);
        await using var ada = await Scripting.Page.Open(await running.Join(alias, "Ada"));
        await Save(("type", "manual"), ("script", $"return sys.ui.sendMessage({{scope: 'plugin:{_name}', name: 'ask', target: 'conference', conference: '{alias}', callbacks: {{yes() {{ log('they said yes') }}}}}})"));
        var run = await _admin.Post($"listeners/{_name}/runs", "{}");
        (await ada.Reply(await ada.Next(), "yes", 5)).Ok();
        await Messages_to_pages.Until(async () => (await _admin.Get($"runs?listener={_name}.ask.yes")).AsArray().Count == 1);
        var message = await _desk.Open($"script-messages/{run["value"]}");
        foreach (var part in new[] { $"/admin/script-runs/{run["id"]}", "answered", ada.Tab, "<td>yes</td>" }) Assert.Contains(part, message.Text, StringComparison.Ordinal);
        var callback = (string)(await _admin.Get($"messages/{run["value"]}"))["replies"]![0]!["run"]!;
        Assert.Contains("they said yes", (await _desk.Open($"script-runs/{callback}")).Text, StringComparison.Ordinal);
        Assert.Contains($"/admin/script-messages/{run["value"]}", (await _desk.Open($"script-runs/{run["id"]}")).Text, StringComparison.Ordinal);
        Assert.Contains("they said yes", (await _desk.Open($"script-logs?message={run["value"]}")).Text, StringComparison.Ordinal);
        Assert.Contains(_name, (await _desk.Open("script-runs")).Text, StringComparison.Ordinal);
        Assert.Contains("run is the id of a run", (await _desk.Open("script-logs?run=x")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_a_plugin_stand_in_a_form_with_its_documentation_beside()
    {
        Assert.Contains("Telephone", (await _desk.Open("ui-plugins")).Text, StringComparison.Ordinal);
        var installed = await _desk.Press("ui-plugins/install", new() { ["package"] = "phone", ["name"] = _name });
        Assert.Contains($"{_name} is installed.", installed.Text, StringComparison.Ordinal);
        var page = await _desk.Open($"ui-plugins/{_name}");
        Assert.Contains("How long it rings, in seconds", page.Text, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Documentation\"", page.Text, StringComparison.Ordinal);
        var wrong = await _desk.Press($"ui-plugins/{_name}", new() { ["label"] = "Desk phone", ["groups"] = "", ["s.seconds"] = "soon" });
        Assert.Equal(422, (int)wrong.Status);
        await _desk.Press($"ui-plugins/{_name}", new() { ["label"] = "Desk phone", ["groups"] = "sales, support", ["s.seconds"] = "12" });
        var kept = await _admin.Get($"ui-plugins/{_name}");
        Assert.Equal(("Desk phone", 12, false, "[\"sales\",\"support\"]"), ((string)kept["label"]!, (int)kept["settings"]!["seconds"]!, (bool)kept["settings"]!["sound"]!, kept["groups"]!.ToJsonString()));
    }

    [Fact]
    public async Task New_lines_of_the_log_are_told_as_they_are_written()
    {
        await Save(("type", "manual"), ("script", "log('heard at once'); sys.logs.debug('not this')"));
        using var http = new HttpClient { BaseAddress = running.Server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/admin/v1/logs/live?listener={_name}&level=info");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"admin:{running.Server.AdminPassword}")));
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event: here", await reader.ReadLineAsync());
        await _admin.Post($"listeners/{_name}/runs", "{}");
        var line = "";
        while (!line.Contains("heard", StringComparison.Ordinal)) line = await reader.ReadLineAsync().WaitAsync(Visitor.Patience) ?? throw new InvalidOperationException("The log ended");
        Assert.Equal("heard at once", (string)JsonNode.Parse(line[6..])!["text"]!);
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Page> Save(params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string> { ["name"] = _name, ["label"] = "", ["isNew"] = "true", ["enabled"] = "true" };
        foreach (var (name, value) in fields) form[name] = value;
        return _desk.Press("listeners", form);
    }
}
