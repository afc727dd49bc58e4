using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Faults;

/// <summary>Fifty people give commands while the server is killed again and again at random moments.</summary>
public sealed class A_server_killed_under_load(ITestOutputHelper output)
{
    private const string Conference = "meet.open";
    private const int People = 50;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private static int Kills => Form.Long ? 120 : 10;

    [Fact]
    public async Task Every_acknowledged_command_is_kept_and_every_client_ends_with_the_same_view()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PLENUM_TEST_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"PLENUM_TEST_SEED={seed}");
        await using var server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__Limits__CommandsPerSecondPerConference"] = "100000",
            ["Plenum__Limits__RequestsPerSecondPerToken"] = "100000",
            ["Plenum__Limits__RequestBurstPerToken"] = "100000",
        });
        using var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = server.Address };
        var people = Enumerable.Range(0, People).Select(i => new Attendee(http, Conference, $"P{i}", seed + i)).ToList();
        foreach (var attendee in people) await attendee.Join();
        var watchers = people.Take(10).Select(attendee => new Watcher(http, Conference, attendee)).ToList();

        using var enough = new CancellationTokenSource();
        using var home = new CancellationTokenSource();
        var watching = watchers.Select(watcher => Task.Run(() => watcher.Watch(home.Token))).ToList();
        await Until(() => watchers.TrueForAll(watcher => watcher.Roster.Count == People));
        var working = people.Select(attendee => Task.Run(() => attendee.KeepBusy(enough.Token))).ToList();
        await KillRepeatedly(server, people, seed);
        await enough.CancelAsync();
        await Task.WhenAll(working);

        // What was on its way when everybody stopped may still arrive, so the truth is asked for until all agree on it.
        Dictionary<string, string> roster = [];
        await Until(async () =>
        {
            roster = Truth(await people[0].Read("participants"));
            return watchers.TrueForAll(watcher => Same(watcher.Roster, roster));
        });
        await home.CancelAsync();
        await Task.WhenAll(watching);

        Assert.Equal(People, roster.Count);
        foreach (var attendee in people) AssertKept(attendee, roster);
        AssertHeard(people, watchers);
        await AssertLogged(server, people);
        output.WriteLine($"{people.Sum(p => p.Acknowledged)} commands acknowledged; streams resumed {watchers.Sum(w => w.Resumed)} times, synced whole {watchers.Sum(w => w.FullSyncs)} times");
    }

    private static async Task KillRepeatedly(PlenumProcess server, List<Attendee> people, int seed)
    {
        var dice = new Random(seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            // A moment is measured in acknowledged work, so that a slow machine is killed as busy as a fast one.
            var until = people.Sum(attendee => attendee.Acknowledged) + dice.Next(50, 600);
            await Until(() => people.Sum(attendee => attendee.Acknowledged) >= until);
            await server.Restart();
        }

        var last = people.Sum(attendee => attendee.Acknowledged) + People;
        await Until(() => people.Sum(attendee => attendee.Acknowledged) >= last);
    }

    private static void AssertKept(Attendee attendee, Dictionary<string, string> roster)
    {
        using var json = JsonDocument.Parse(roster[attendee.Id]);
        var line = json.RootElement;
        var text = line.GetProperty("overlay_text").GetString()!;
        var kept = text.Length == 0 ? 0 : Number(text);
        Assert.InRange(kept, attendee.OverlaysAcknowledged.Count == 0 ? 0 : Number(attendee.OverlaysAcknowledged[^1]), attendee.OverlaySent);
        Assert.True(attendee.Hand.MayBe(line.GetProperty("buzz_time").GetDouble() > 0), $"The hand of {line}");
        Assert.True(attendee.Mute.MayBe(line.GetProperty("is_muted").GetString() == "YES"), $"The mute of {line}");
        Assert.True(attendee.ClientMute.MayBe(line.GetProperty("is_client_muted").GetBoolean()), $"The microphone of {line}");
        Assert.True(attendee.Spotlight.MayBe(line.GetProperty("spotlight").GetDouble() > 0), $"The spotlight of {line}");
    }

    private static int Number(string overlay) => int.Parse(overlay.Split(' ')[1]);

    /// <summary>The log has a line for each acknowledged command that changes something every time, in the order of its sender.</summary>
    private static async Task AssertLogged(PlenumProcess server, List<Attendee> people)
    {
        var (overlays, said) = (new List<string>(), 0);
        using var admin = Administration.Of(server);
        await foreach (var entry in Timeline(admin, people[0].ConferenceId))
        {
            if ((string)entry["event"]! is "OverlayTextChanged") overlays.Add((string)entry["details"]!["text"]!);
            if ((string)entry["event"]! is "MessageSent") said++;
        }

        foreach (var attendee in people)
        {
            var logged = overlays.Where(text => text.StartsWith($"{attendee.Name} ", StringComparison.Ordinal)).ToList();
            Assert.Empty(attendee.OverlaysAcknowledged.Except(logged));
            Assert.Equal(logged.Select(Number).Order(), logged.Select(Number));
        }

        Assert.True(said >= people.Sum(attendee => attendee.SaidAndAcknowledged.Count), $"The log has {said} messages.");
    }

    private static async IAsyncEnumerable<JsonNode> Timeline(Administration admin, string conference)
    {
        var meeting = (await admin.Get($"conferences/{conference}/meetings"))["items"]![0]!["id"];
        for (long? after = 0; after is not null;)
        {
            var sheet = await admin.Get($"conferences/{conference}/meetings/{meeting}/timeline?after={after}&take=1000");
            foreach (var entry in sheet["entries"]!.AsArray()) yield return entry!;
            after = (long?)sheet["next"];
        }
    }

    /// <summary>Our own client goes on from its bookmark, so it hears everything that others were told was sent, once.</summary>
    private static void AssertHeard(List<Attendee> people, List<Watcher> watchers)
    {
        for (var i = 0; i < watchers.Count; i++)
        {
            var heard = watchers[i].Heard.ToList();
            Assert.Equal(heard.Count, heard.Distinct().Count());
            foreach (var other in people.Where((_, index) => index != i)) Assert.Empty(other.SaidAndAcknowledged.Except(heard));
        }
    }

    private static Dictionary<string, string> Truth(JsonElement participants) =>
        participants.EnumerateArray().ToDictionary(p => p.GetProperty("uuid").GetString()!, p => p.GetRawText());

    private static bool Same(IEnumerable<KeyValuePair<string, string>> seen, Dictionary<string, string> truth)
    {
        var view = seen.ToList();
        return view.Count == truth.Count && view.TrueForAll(line => truth.TryGetValue(line.Key, out var text) && text == line.Value);
    }

    private static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    private static async Task Until(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Settling, $"It did not come about within {Settling.TotalSeconds} s");
            await Task.Delay(20);
        }
    }
}
