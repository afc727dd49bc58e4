using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage.Postgres;

namespace Plenum.Tests.Log;

public sealed class Two_nodes_on_one_PostgreSQL(PostgresDatabaseForTests shared)
    : IAsyncLifetime, IClassFixture<PostgresDatabaseForTests>
{
    private readonly PostgresPlace place = new(shared);
    private readonly List<PostgresDatabase> nodes = [];

    public async ValueTask InitializeAsync()
    {
        await place.Make();
        nodes.Add(new PostgresDatabase(place.Address));
        nodes.Add(new PostgresDatabase(place.Address));
        await nodes[0].Migrate(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task Batches_that_cross_neither_block_each_other_for_ever_nor_lose_anything()
    {
        var conferences = Enumerable.Range(0, 30).Select(_ => ConferenceId.New()).ToList();
        var people = conferences.ToDictionary(conference => conference, _ => Guid.NewGuid());

        using var over = new CancellationTokenSource();
        var breathing = nodes.Select(node => Breathe(node, people, over.Token)).ToList();

        var acknowledged = await Task.WhenAll(nodes.SelectMany(node => conferences.Select(
            conference => Race(node, conference, people[conference]))));
        await over.CancelAsync();
        await Task.WhenAll(breathing);

        var log = nodes[0].Log(TimeProvider.System);
        foreach (var conference in conferences)
        {
            var versions = (await log.Read(conference, 0, CancellationToken.None)).Select(entry => entry.Version);
            Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), versions);
        }

        Assert.Equal(600, acknowledged.Sum());
    }

    [Fact]
    public async Task A_node_hears_what_the_other_appended()
    {
        await using var follower = Follower.Of(nodes[0].Log(TimeProvider.System));
        var conferences = Enumerable.Range(0, 200).Select(_ => ConferenceId.New()).ToList();

        await Task.WhenAll(conferences.Select(conference => Append(nodes[1], conference, 0, [])));

        foreach (var conference in conferences)
            await follower.Hears(new Moved(conference, 1));
    }

    [Fact]
    public async Task One_node_at_a_time_has_the_turn_at_a_conference_and_each_conference_has_its_own()
    {
        var (conference, other) = (ConferenceId.New(), ConferenceId.New());
        var first = await nodes[0].Log(TimeProvider.System).Turn(conference, CancellationToken.None);
        var second = nodes[1].Log(TimeProvider.System).Turn(conference, CancellationToken.None);
        await using (await nodes[1].Log(TimeProvider.System).Turn(other, CancellationToken.None)) Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await using var passedOn = await second.WaitAsync(TimeSpan.FromSeconds(10));
    }

    // Every append also takes a presence row away, which the refreshes of everybody fight for.
    private static async Task<int> Race(PostgresDatabase node, ConferenceId conference, Guid leaving)
    {
        var acknowledged = 0;
        for (var expected = 0L; acknowledged < 10;)
        {
            switch (await Append(node, conference, expected, [leaving]))
            {
                case AppendOutcome.Appended(var version):
                    (expected, acknowledged) = (version, acknowledged + 1);
                    break;
                case AppendOutcome.Conflict(var missing):
                    expected = missing[^1].Version;
                    break;
            }
        }

        return acknowledged;
    }

    private static async Task Breathe(PostgresDatabase node, Dictionary<ConferenceId, Guid> people, CancellationToken over)
    {
        var presences = node.Presences(TimeProvider.System);
        var everybody = people.Select(pair => new Presence(pair.Value, pair.Key, 1, "node", DateTimeOffset.UtcNow.AddMinutes(2))).ToArray();
        while (!over.IsCancellationRequested)
        {
            Random.Shared.Shuffle(everybody);
            await presences.Write(everybody[..10], CancellationToken.None);
            await presences.Refresh(everybody, CancellationToken.None);
        }
    }

    private static Task<AppendOutcome> Append(PostgresDatabase node, ConferenceId conference, long expected, Guid[] leaving) =>
        node.Log(TimeProvider.System).Append(
            new(conference, expected, [new(expected + 1, DateTimeOffset.UnixEpoch, "said", "{}", "{}", null)], true, [], leaving),
            CancellationToken.None);
}
