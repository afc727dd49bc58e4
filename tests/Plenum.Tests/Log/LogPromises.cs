using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;
using Plenum.Tests.Running;

namespace Plenum.Tests.Log;

/// <summary>A fresh, migrated database for each test, and short words for talking to its log.</summary>
public abstract class LogPromises(StoragePlace place) : IAsyncLifetime
{
    private readonly ManualClock clock = new();
    private Database? database;
    private ConferenceLog? log;
    private Presences? presences;

    protected ConferenceLog Log => log!;

    protected Presences Presences => presences!;

    protected CommitTally Tally => place.Tally(Log);

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        await place.Make();
        await Reopen();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        await place.Remove();
        GC.SuppressFinalize(this);
    }

    /// <summary>The same storage, as a program that starts now sees it.</summary>
    protected async Task Reopen()
    {
        if (database is not null)
            await database.DisposeAsync();
        database = place.Choose();
        await database.Migrate(Cancellation);
        log = database.Log(clock);
        presences = database.Presences(clock);
    }

    protected void Pass(TimeSpan time) => clock.Advance(time);

    protected LogEntry Entry(long version, string body = "{}", string? text = null) =>
        new(version, Now, "said", body, """{"by":"test"}""", text);

    protected NewEntries Next(ConferenceId conference, long expected, int count = 1) =>
        new(conference, expected, [.. Enumerable.Range(1, count).Select(i => Entry(expected + i))], true, [], []);

    protected Task<AppendOutcome> Append(NewEntries entries) => Log.Append(entries, Cancellation);

    protected async Task<ConferenceId> Conference(int entries)
    {
        var conference = ConferenceId.New();
        Assert.Equal(new AppendOutcome.Appended(entries), await Append(Next(conference, 0, entries)));
        return conference;
    }

    protected Task<IReadOnlyList<LogEntry>> Read(ConferenceId conference, long after = 0) =>
        Log.Read(conference, after, Cancellation);
}
