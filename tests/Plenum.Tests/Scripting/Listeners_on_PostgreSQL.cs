using Plenum.Tests.Log;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

public sealed class Listeners_on_PostgreSQL(PostgresDatabaseForTests database) : IClassFixture<PostgresDatabaseForTests>
{
    [Fact]
    public async Task Do_what_they_do_on_SQLite()
    {
        await using var server = await PlenumProcess.Start("--no-demo", "--database", await database.Address());
        using var admin = Administration.Of(server);
        await admin.Ask(HttpMethod.Put, "ui-plugins/sample", """{"script": "1", "schema": [{"name": "key", "type": "password"}], "settings": {"key": "hidden"}}""");
        await admin.Ask(HttpMethod.Put, "ui-plugins/Sample", """{"script": "2"}""");
        Assert.Equal(["Sample", "sample"], (await admin.Get("ui-plugins")).AsArray().Select(one => (string)one!["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal("""["key"]""", (await admin.Get("ui-plugins/sample"))["secretsSet"]!.ToJsonString());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => admin.Ask(HttpMethod.Put, "listeners/both", $$"""{"type": "manual", "script": "log('a\\0b', {{number}}); return {{number}}", "label": "L"}""")));
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], (await admin.Get("listeners/both/history")).AsArray().Select(one => (int)one!["version"]!));
        var run = await admin.Post("listeners/both/runs", "{}");
        Assert.Equal("returned", (string)run["outcome"]!);
        Assert.Equal($"a\uFFFDb {run["value"]}", (string)Assert.Single((await admin.Get($"logs?run={run["id"]}&level=info&text=A"))["items"]!.AsArray())!["text"]!);
        Assert.Equal("returned", (string)(await admin.Get($"runs/{run["id"]}"))["outcome"]!);
        await admin.Delete("listeners/both");
        await admin.Delete("ui-plugins/Sample");
        Assert.Equal("sample", (string)Assert.Single((await admin.Get("ui-plugins")).AsArray())!["name"]!);
    }
}
