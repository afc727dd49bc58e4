using System.Text.Json.Nodes;
using Plenum.Tests.Log;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>Browsers tell of plugins that fail; the administrator reads it. Each test has a plugin of its own, so that they do not meet.</summary>
[Collection(nameof(A_running_server))]
public sealed class Faults_of_plugins(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _plugin = $"plugin-{Guid.NewGuid():N}";

    [Fact]
    public async Task Are_read_by_the_administrator_with_where_they_happened()
    {
        var (alias, caller) = await Somebody();
        using var _ = caller;

        Assert.True((bool)(await caller.Post("plenum/plugin-faults", Fault("load", "TypeError: x is null", stack: "at index.js:7")))!);

        var told = Assert.Single(await Read())!;
        Assert.Equal((_plugin, "1.2", "load"), ((string)told["plugin"]!, (string)told["version"]!, (string)told["entry"]!));
        Assert.Equal(("TypeError: x is null", "at index.js:7", alias), ((string)told["message"]!, (string)told["stack"]!, (string)told["conference"]!));
        Assert.Equal(1, (int)told["times"]!);
    }

    [Fact]
    public async Task Of_one_kind_are_one_line_with_a_count()
    {
        var (_, caller) = await Somebody();
        using var _1 = caller;
        await caller.Post("plenum/plugin-faults", Fault("load", "the same", count: 3));
        await caller.Post("plenum/plugin-faults", Fault("load", "another"));
        await caller.Post("plenum/plugin-faults", Fault("load", "the same", count: 4));

        var faults = await Read();

        Assert.Equal([("the same", 7), ("another", 1)], faults.Select(fault => ((string)fault!["message"]!, (int)fault["times"]!)));
    }

    [Fact]
    public async Task Are_cut_to_a_bearable_length()
    {
        var (_, caller) = await Somebody();
        using var _1 = caller;
        await caller.Post("plenum/plugin-faults", Fault("load", new string('m', 50_000), stack: new string('s', 500_000), count: 1_000_000_000));

        var fault = Assert.Single(await Read())!;

        Assert.Equal((500, 4000, 10_000), (((string)fault["message"]!).Length, ((string)fault["stack"]!).Length, (int)fault["times"]!));
    }

    [Fact]
    public async Task Are_dropped_when_one_participant_tells_too_many_and_others_are_still_heard()
    {
        var (alias, caller) = await Somebody();
        using var other = await Caller.Join(running.Server, alias);
        using var _ = caller;
        var kept = new List<bool>();
        for (var number = 0; number < 40; number++) kept.Add((bool)(await caller.Post("plenum/plugin-faults", Fault("timer", $"fault {number}")))!);

        Assert.True(kept[0]);
        Assert.False(kept[^1]);
        Assert.True((bool)(await other.Post("plenum/plugin-faults", Fault("timer", "mine")))!);
        Assert.Equal(kept.Count(yes => yes) + 1, (await Read()).Count);
    }

    [Fact]
    public async Task Are_told_by_participants_alone()
    {
        var (alias, caller) = await Somebody();
        using var _ = caller;
        using var http = new HttpClient { BaseAddress = running.Server.Address };

        using var answer = await http.PostAsync($"/api/client/v2/conferences/{alias}/plenum/plugin-faults", new StringContent("""{"plugin":"x","message":"y"}"""));

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Empty(await Read());
    }

    [Theory]
    [InlineData("""{"message":"x"}""")]
    [InlineData("""{"plugin":"x"}""")]
    [InlineData("""{"plugin":7,"message":"x"}""")]
    [InlineData("[]")]
    public async Task Must_name_a_plugin_and_say_something(string body)
    {
        var (alias, caller) = await Somebody();
        using var http = new HttpClient { BaseAddress = running.Server.Address };
        http.DefaultRequestHeaders.Add("token", caller.Token);

        using var answer = await http.PostAsync($"/api/client/v2/conferences/{alias}/plenum/plugin-faults", new StringContent(body));

        Assert.Equal(400, (int)answer.StatusCode);
        caller.Dispose();
    }

    public void Dispose() => _admin.Dispose();

    private object Fault(string entry, string message, string stack = "", int count = 1) =>
        new { plugin = _plugin, version = "1.2", entry, message, stack, count };

    private async Task<(string Alias, Caller Caller)> Somebody()
    {
        var made = await _admin.Conference();
        return (made.Alias, await Caller.Join(running.Server, made.Alias));
    }

    private async Task<JsonArray> Read() => (await _admin.Get($"plugin-faults?plugin={_plugin}&take=500")).AsArray();
}

public sealed class Faults_of_plugins_on_PostgreSQL(PostgresDatabaseForTests database) : IClassFixture<PostgresDatabaseForTests>
{
    [Fact]
    public async Task Are_counted_as_on_SQLite()
    {
        await using var server = await PlenumProcess.Start("--database", await database.Address());
        using var admin = Administration.Of(server);
        var made = await admin.Conference();
        using var caller = await Caller.Join(server, made.Alias);
        foreach (var _ in (int[])[1, 2]) await caller.Post("plenum/plugin-faults", new { plugin = "p", version = "1", entry = "load", message = "m", count = 2 });

        var fault = Assert.Single((await admin.Get("plugin-faults")).AsArray())!;

        Assert.Equal(4, (int)fault["times"]!);
        Assert.Equal(422, (await admin.Refused(HttpMethod.Get, "plugin-faults?take=0")).Status);
    }
}
