using System.Diagnostics;
using Npgsql;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage.Postgres;

namespace Plenum.Tests.Log;

public sealed class PostgreSQL_that_goes_away(PostgresDatabaseForTests shared)
    : IAsyncLifetime, IClassFixture<PostgresDatabaseForTests>
{
    private readonly PostgresPlace place = new(shared);
    private Cable? cable;
    private PostgresDatabase? database;

    private ConferenceLog Log => database!.Log(TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        await place.Make();
        var address = new NpgsqlConnectionStringBuilder(place.Address);
        cable = new Cable(address.Port);
        address.Port = cable.Port;
        database = new PostgresDatabase(address.ConnectionString);
        await database.Migrate(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        if (cable is not null)
            await cable.DisposeAsync();
        await place.Remove();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Appends_are_refused_within_a_second_and_go_on_afterwards(bool silently)
    {
        var conference = ConferenceId.New();
        Assert.Equal(1, await UntilAppended(conference, expected: 0));
        if (silently)
            cable!.HoldStill();
        else
            cable!.Cut();

        var started = Stopwatch.GetTimestamp();
        var refused = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Record.ExceptionAsync(() => Append(ConferenceId.New(), 0)).AsTask()));

        // A second, and what a busy machine adds; nothing near the driver's own half a minute.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.All(refused, fault => Assert.IsType<LogUnavailable>(fault));
        cable.Mend();
        Assert.Equal(2, await UntilAppended(conference));
        Assert.Equal([1, 2], (await Log.Read(conference, 0, CancellationToken.None)).Select(entry => entry.Version));
    }

    [Fact]
    public async Task A_follower_whose_connection_was_ended_hears_what_happened_meanwhile()
    {
        await using var follower = Follower.Of(Log);
        var before = ConferenceId.New();
        await Append(before, 0);
        await follower.Hears(new Moved(before, 1));

        await place.EndListening();
        var meanwhile = ConferenceId.New();
        await UntilAppended(meanwhile, 0);

        await follower.Hears(new Moved(meanwhile, 1));
    }

    [Fact]
    public async Task A_follower_hears_after_a_silence_what_another_node_appended()
    {
        await using var follower = Follower.Of(Log);
        var before = ConferenceId.New();
        await Append(before, 0);
        await follower.Hears(new Moved(before, 1));

        cable!.HoldStill();
        var meanwhile = ConferenceId.New();
        await using (var other = new PostgresDatabase(place.Address))
            await other.Log(TimeProvider.System).Append(One(meanwhile, 0), CancellationToken.None);
        cable.Mend();

        await follower.Hears(new Moved(meanwhile, 1));
    }

    private static NewEntries One(ConferenceId conference, long expected) =>
        new(conference, expected, [new(expected + 1, DateTimeOffset.UnixEpoch, "said", "{}", "{}", null)], true, [], []);

    private Task<AppendOutcome> Append(ConferenceId conference, long expected) => Log.Append(One(conference, expected), CancellationToken.None);

    // What a caller does: whether a failed append happened is unknown, so it reads what it may have missed.
    private async Task<long> UntilAppended(ConferenceId conference, long expected = 1)
    {
        var patience = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(patience) < TimeSpan.FromSeconds(20))
        {
            try
            {
                return await Append(conference, expected) switch
                {
                    AppendOutcome.Appended(var version) => version,
                    AppendOutcome.Conflict(var missing) => missing[^1].Version,
                    var other => throw new InvalidOperationException(other.ToString()),
                };
            }
            catch (LogUnavailable)
            {
                await Task.Yield();
            }
        }

        throw new TimeoutException("The log did not come back.");
    }
}
