using Plenum.Tests.Management;

namespace Plenum.Tests.Scripting;

/// <summary>What plugins, listeners and their log promise on a server that has none yet, whatever its database is.</summary>
internal static class What_listeners_keep
{
    public static async Task Is_kept_on(Administration admin)
    {
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
        await admin.Ask(HttpMethod.Put, "listeners/all", """
            {"type": "manual", "script": "const k = 'k'; sys.storage.put(k, 1, {ttl: 9000}); sys.storage.increment(k, 4); sys.utils.concurrency.lock(k); sys.events.registerCallback(k, (d) => d, 6); sys.events.triggerEvent('later', {n: 7}); return [sys.storage.get(k), sys.storage.putIfAbsent(k, 2), sys.storage.keys('k').length, sys.storage.remove(k), sys.events.executeCallback(k)]"}
            """);
        await admin.Ask(HttpMethod.Put, "listeners/later", """{"type": "manual", "event": "later", "script": "return event.customData.n"}""");
        await admin.Ask(HttpMethod.Put, "listeners/nightly", """{"type": "schedule", "cron": "0 3 * * *", "timeZone": "Europe/Zurich", "script": "1"}""");
        Assert.Equal("[5,false,1,5,6]", (await admin.Post("listeners/all/runs", "{}"))["value"]!.ToJsonString());
        await Messages_to_pages.Until(async () => (await admin.Get("runs?listener=later")).AsArray().Count == 1);
        await admin.Delete("listeners/nightly");
        await admin.Delete("listeners/both");
        await admin.Delete("ui-plugins/Sample");
        Assert.Equal("sample", (string)Assert.Single((await admin.Get("ui-plugins")).AsArray())!["name"]!);
    }
}
