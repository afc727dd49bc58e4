using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

[Collection(nameof(A_running_server))]
public sealed class Registering_a_UI_plugin(A_running_server running) : IDisposable
{
    private const string Whole = """
        {
          "label": {"translation": {"de": "Telefon", "en": "Telephone"}},
          "script": "plugin.processMessage = function (message) {}",
          "functions": [{"label": "Process message", "name": "processMessage", "callbacks": ["userConnected,fail", "again"]}, "hangUp"],
          "events": [{"label": "Dialled", "name": "dialled", "callbacks": ["approved"]}],
          "places": ["app", "LOGIN"],
          "groups": ["support"],
          "dependencies": [{"file": "https://cdn.example/x.js", "placement": "HEAD", "places": ["APP"]}],
          "schema": [
            {"name": "greeting", "type": "text", "required": true, "label": "Greeting"},
            {"name": "key", "type": "password", "required": true},
            {"name": "loud", "type": "toggle", "defaultValue": false},
            {"name": "mode", "type": "dropDown", "typeOptions": {"possibleValues": [{"label": "A", "name": "a"}, {"label": "B", "name": "b"}]}},
            {"name": "countries", "type": "text", "multiplicity": "many"},
            {"name": "home", "type": "text", "typeOptions": {"validation": "url"}},
            {"name": "mail", "type": "text", "typeOptions": {"validation": "email"}},
            {"name": "times", "type": "text", "typeOptions": {"validation": "number"}},
            {"name": "modal", "type": "fieldsGroup", "typeOptions": {"fields": [{"name": "title", "type": "text"}]}},
            {"name": "explained", "type": "info"}
          ],
          "settings": {"greeting": "Hello", "key": "s3cret-of-the-provider", "mode": "b", "countries": ["CH", "UY"], "home": "https://x.example/", "mail": "ada@example.org", "times": 3, "modal": {"title": "T"}}
        }
        """;

    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _name = $"Phone{Guid.NewGuid():N}";

    private string Path => $"ui-plugins/{_name}";

    [Fact]
    public async Task Keeps_what_it_declares_in_every_spelling_that_is_published()
    {
        await _admin.Ask(HttpMethod.Put, Path, Whole);
        var told = await _admin.Get(Path);
        Assert.Equal((_name, "Telephone", _name), ((string)told["name"]!, (string)told["label"]!, (string)told["type"]!));
        Assert.Equal("""[{"name":"processMessage","label":"Process message","callbacks":["userConnected","fail","again"]},{"name":"hangUp","label":"hangUp","callbacks":[]}]""", told["functions"]!.ToJsonString());
        Assert.Equal("""[{"name":"dialled","label":"Dialled","callbacks":["approved"]}]""", told["events"]!.ToJsonString());
        Assert.Equal("""["APP","LOGIN"]""", told["places"]!.ToJsonString());
        Assert.Equal("""[{"file":"https://cdn.example/x.js","placement":"head","places":["APP"]}]""", told["dependencies"]!.ToJsonString());
        Assert.Equal("b", (string)told["settings"]!["mode"]!);
        Assert.Contains((await _admin.Get("ui-plugins")).AsArray(), one => (string)one!["name"]! == _name);
    }

    [Fact]
    public async Task Tells_secrets_to_nobody_and_keeps_them_until_they_are_taken_away()
    {
        const string Secret = "s3cret-of-the-provider";
        await _admin.Ask(HttpMethod.Put, Path, Whole);
        var told = await _admin.Get(Path);
        Assert.Equal("""["key"]""", told["secretsSet"]!.ToJsonString());
        var wish = JsonNode.Parse(Whole)!.AsObject();
        wish["settings"]!.AsObject().Remove("key");
        Assert.Equal("""["key"]""", (await _admin.Ask(HttpMethod.Put, Path, wish.ToJsonString()))["secretsSet"]!.ToJsonString());
        wish["settings"]!["key"] = null;
        Assert.Equal("settings.key", (await _admin.Refused(HttpMethod.Put, Path, wish.ToJsonString())).Member);
        wish["schema"]![1]!["required"] = false;
        Assert.Equal("[]", (await _admin.Ask(HttpMethod.Put, Path, wish.ToJsonString()))["secretsSet"]!.ToJsonString());

        var everything = $"{told}{await _admin.Get("ui-plugins")}{await _admin.Get("audit")}{running.Server.Output}{await File.ReadAllTextAsync(System.IO.Path.Combine(running.Server.DataFolder, "plenum.db"), System.Text.Encoding.Latin1)}";
        Assert.DoesNotContain(Secret, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_fields_with_their_values_in_them()
    {
        await _admin.Ask(HttpMethod.Put, Path, """{"script": "1", "settings": [{"name": "token", "type": "password", "value": "hidden-token-1"}, {"name": "size", "type": "text", "value": "big"}]}""");
        var told = await _admin.Get(Path);
        Assert.Equal(("""{"size":"big"}""", """["token"]"""), (told["settings"]!.ToJsonString(), told["secretsSet"]!.ToJsonString()));
        Assert.DoesNotContain("hidden-token-1", told.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_published_package_as_it_is()
    {
        await _admin.Ask(HttpMethod.Put, Path, $$"""
            {"name": "{{_name}}", "label": {"translation": {"en": "MetaMask"} }, "places": ["APP"], "byGroups": false, "groups": ["nobody"],
             "dependencies": [{"file": "https://cdn.example/a.js", "placement": "bottom", "places": ["app"]}], "configuration": [{"name": "net", "type": "text", "defaultValue": "main"}],
             "functions": [{"label": "Process message", "name": "processMessage", "callbacks": ["approved", "declined"]}], "script": "service.processMessage = function () {}"}
            """);
        var told = await _admin.Get(Path);
        Assert.Equal(("MetaMask", "[]", "net"), ((string)told["label"]!, told["groups"]!.ToJsonString(), (string)told["schema"]![0]!["name"]!));
        Assert.Equal("name", (await _admin.Refused(HttpMethod.Put, Path, """{"name": "another", "script": "1"}""")).Member);
        Assert.Equal("package", (await _admin.Refused(HttpMethod.Put, Path, """{"package": "another"}""")).Member);
    }

    [Fact]
    public async Task Tells_names_apart_by_their_capitals()
    {
        await _admin.Ask(HttpMethod.Put, Path, """{"script": "1", "label": "First"}""");
        await _admin.Ask(HttpMethod.Put, $"ui-plugins/{_name.ToLowerInvariant()}", """{"script": "2", "label": "Second"}""");
        Assert.Equal("First", (string)(await _admin.Get(Path))["label"]!);
        await _admin.Delete($"ui-plugins/{_name.ToLowerInvariant()}");
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Get, $"ui-plugins/{_name.ToLowerInvariant()}")).Status);
        Assert.Equal("1", (string)(await _admin.Get(Path))["script"]!);
    }

    [Fact]
    public async Task Is_in_the_audit_and_says_whether_it_was_new()
    {
        using (var made = await _admin.Send(HttpMethod.Put, Path, """{"script": "1"}""")) Assert.Equal(201, (int)made.StatusCode);
        using (var changed = await _admin.Send(HttpMethod.Put, Path, """{"script": "2"}""")) Assert.Equal(200, (int)changed.StatusCode);
        await _admin.Delete(Path);
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Delete, Path)).Status);
        Assert.Equal(["UI plugin deleted", "UI plugin changed", "UI plugin created"], (await _admin.Get($"audit?search={_name}"))["items"]!.AsArray().Select(line => (string)line!["what"]!));
    }

    [Theory]
    [InlineData("my-plugin")]
    [InlineData("my plugin")]
    [InlineData("a.b")]
    [InlineData("__proto__")]
    [InlineData("a%2Fb")]
    [InlineData("tél")]
    [InlineData("<b>")]
    public async Task Refuses_names_that_are_not_letters_and_digits(string name) =>
        Assert.Equal((422, "name"), ((await _admin.Refused(HttpMethod.Put, $"ui-plugins/{Uri.EscapeDataString(Uri.UnescapeDataString(name))}", """{"script": "1"}""")) is var refused ? refused.Status : 0, refused.Member));

    [Theory]
    [InlineData("""{}""", "script")]
    [InlineData("""{"script": ""}""", "script")]
    [InlineData("""{"script": "1", "nothing": 1}""", "nothing")]
    [InlineData("""{"script": "1", "label": 5}""", "label")]
    [InlineData("""{"script": "1", "type": "a b"}""", "type")]
    [InlineData("""{"script": "1", "functions": {}}""", "functions")]
    [InlineData("""{"script": "1", "functions": [{"label": "x"}]}""", "functions[0]")]
    [InlineData("""{"script": "1", "functions": [{"name": "a"}, {"name": "a"}]}""", "functions")]
    [InlineData("""{"script": "1", "functions": [{"name": "a", "callbacks": "b"}]}""", "functions[0].callbacks")]
    [InlineData("""{"script": "1", "events": [{"name": "a b"}]}""", "events[0]")]
    [InlineData("""{"script": "1", "places": ["kitchen"]}""", "places")]
    [InlineData("""{"script": "1", "groups": [5]}""", "groups")]
    [InlineData("""{"script": "1", "dependencies": [{"file": "http://plain.example/x.js"}]}""", "dependencies[0]")]
    [InlineData("""{"script": "1", "dependencies": ["javascript:alert(1)"]}""", "dependencies[0]")]
    [InlineData("""{"script": "1", "schema": {}}""", "schema")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "colour"}]}""", "schema[0].type")]
    [InlineData("""{"script": "1", "schema": [{"name": "a b", "type": "text"}]}""", "schema[0].name")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text"}, {"name": "a", "type": "text"}]}""", "schema")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "toggle", "defaultValue": "yes"}]}""", "schema[0].defaultValue")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "password", "defaultValue": "x"}]}""", "schema[0]")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "fieldsGroup", "fields": [{"name": "b", "type": "password"}]}]}""", "schema[0].fields[0].type")]
    [InlineData("""{"script": "1", "settings": 5}""", "settings")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text", "required": true}]}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text"}], "settings": {"b": "x"}}""", "settings.b")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text"}], "settings": {"a": 5}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "toggle"}], "settings": {"a": "true"}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text", "multiplicity": "many"}], "settings": {"a": "x"}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "dropDown", "typeOptions": {"possibleValues": ["x"]}}], "settings": {"a": "y"}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text", "typeOptions": {"validation": "url"}}], "settings": {"a": "javascript:1"}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text", "typeOptions": {"validation": "email"}}], "settings": {"a": "nobody"}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "text", "typeOptions": {"validation": "number"}}], "settings": {"a": "many"}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "password"}], "settings": {"a": 5}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "fieldsGroup", "fields": [{"name": "b", "type": "text"}]}], "settings": {"a": {"c": "x"}}}""", "settings.a")]
    [InlineData("""{"script": "1", "schema": [{"name": "a", "type": "info"}], "settings": {"a": "x"}}""", "settings.a")]
    public async Task Says_which_member_is_wrong_and_keeps_nothing(string body, string member)
    {
        var refused = await _admin.Refused(HttpMethod.Put, Path, body);
        Assert.Equal((422, member), (refused.Status, refused.Member));
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Get, Path)).Status);
    }

    public void Dispose() => _admin.Dispose();
}
