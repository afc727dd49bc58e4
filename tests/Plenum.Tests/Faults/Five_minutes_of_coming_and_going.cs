using System.Diagnostics;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Faults;

/// <summary>Some hundred people over several conferences, joining, leaving and reconnecting without rest.</summary>
public sealed class Five_minutes_of_coming_and_going(ITestOutputHelper output)
{
    private const int Conferences = 6;
    private const int PeopleInEach = 40;
    private const int FilesThatMayStay = 20;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    [Fact]
    [Trait("Form", "long")]
    public async Task Leave_memory_streams_tokens_and_rosters_as_they_were()
    {
        await using var server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__Limits__JoinsPerSecondPerAddress"] = "100000",
            ["Plenum__Limits__JoinBurstPerAddress"] = "100000",
            ["Plenum__Limits__RequestsPerSecondPerToken"] = "100000",
            ["Plenum__Limits__RequestBurstPerToken"] = "100000",
            ["Plenum__Limits__CommandsPerSecondPerConference"] = "100000",
        });
        using var admin = Administration.Of(server);

        // The first wave fills what is kept on purpose: compiled code, pools, connections to the database.
        await Wave(server, Warming);
        await Empty(admin);
        var before = await server.Burden();
        var people = await Wave(server, Lasting);
        await Empty(admin);
        var after = await server.Burden();
        output.WriteLine($"{people.Sum(regular => regular.Visits)} visits; {before} before, {after} after");

        Assert.InRange(after.Files, 0, before.Files + FilesThatMayStay);
        Assert.InRange(after.Bytes, 0, before.Bytes + (before.Bytes / 4));
        using var http = new HttpClient { BaseAddress = server.Address };
        foreach (var regular in people.Where(regular => regular.Visits > 0))
            Assert.Equal("Invalid token", (await new Visitor(http, regular.Gone!.Alias, regular.Gone.Token, regular.Gone.Id).Get("conference_status")).Refused());
        foreach (var alias in Enumerable.Range(0, Conferences).Select(Furniture.Open.Alias))
            Assert.Equal(1, (await (await Visitor.Join(http, alias, "Last")).Get("participants")).Accepted().GetArrayLength());
    }

    private static async Task<List<Regular>> Wave(PlenumProcess server, TimeSpan lasting)
    {
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        var people = Enumerable.Range(0, Conferences * PeopleInEach).Select(i => new Regular(http, Furniture.Open.Alias(i % Conferences), i)).ToList();
        using var enough = new CancellationTokenSource(lasting);
        await Task.WhenAll(people.Select(regular => Task.Run(() => regular.ComeAndGo(enough.Token))));
        return people;
    }

    private static async Task Empty(Administration admin)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            var live = (await admin.Get("health"))["live"]!;
            if ((int)live["participants"]! == 0 && (int)live["streams"]! == 0) return;
            Assert.True(waited.Elapsed < Visitor.Patience, $"Still there: {live}");
        }
    }
}
