using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Tests.Log;

public abstract class AppendPromises(StoragePlace place) : LogPromises(place)
{
    [Fact]
    public async Task What_was_appended_is_read_back_in_order()
    {
        var conference = ConferenceId.New();
        LogEntry[] entries =
        [
            Entry(1, """{"name":"Žofie 🦊 한글"}"""),
            Entry(2, new string('ž', 1 << 20), "tab\tand\nline"),
            Entry(3, "", ""),
        ];

        Assert.Equal(new AppendOutcome.Appended(3), await Append(new(conference, 0, entries, true, [], [])));

        Assert.Equal(entries, await Read(conference));
        Assert.Equal(entries[2..], await Read(conference, 2));
        Assert.Empty(await Read(conference, 3));
        Assert.Empty(await Read(ConferenceId.New()));
    }

    [Fact]
    public async Task Another_version_than_the_expected_one_returns_exactly_what_is_missing()
    {
        var conference = await Conference(5);

        var outcome = await Append(Next(conference, 3));

        var conflict = Assert.IsType<AppendOutcome.Conflict>(outcome);
        Assert.Equal(await Read(conference, 3), conflict.Missing);
        Assert.Equal([4, 5], conflict.Missing.Select(entry => entry.Version));
        Assert.Equal(5, (await Read(conference)).Count);
    }

    [Fact]
    public async Task An_expected_version_that_the_log_never_reached_is_a_conflict()
    {
        Assert.Empty(Assert.IsType<AppendOutcome.Conflict>(await Append(Next(ConferenceId.New(), 7))).Missing);
        Assert.Empty(Assert.IsType<AppendOutcome.Conflict>(await Append(Next(await Conference(2), 7))).Missing);
    }

    [Fact]
    public async Task Entries_with_a_gap_are_a_bug_of_the_caller()
    {
        var entries = new NewEntries(ConferenceId.New(), 0, [Entry(2)], true, [], []);
        await Assert.ThrowsAsync<ArgumentException>(() => Append(entries));
    }

    [Fact]
    public async Task A_loser_in_a_batch_does_not_hurt_the_winners()
    {
        var conferences = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Conference(1)));

        var outcomes = await Task.WhenAll(conferences.Select((conference, i) => Append(Next(conference, i % 7 == 0 ? 0 : 1))));

        for (var i = 0; i < conferences.Length; i++)
        {
            if (i % 7 == 0)
                Assert.Equal([1], Assert.IsType<AppendOutcome.Conflict>(outcomes[i]).Missing.Select(entry => entry.Version));
            else
                Assert.Equal(new AppendOutcome.Appended(2), outcomes[i]);
            Assert.Equal(i % 7 == 0 ? 1 : 2, (await Read(conferences[i])).Count);
        }
    }

    [Fact]
    public async Task Two_appends_for_one_version_have_one_winner_even_in_one_batch()
    {
        var conference = await Conference(1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Append(Next(conference, 1))));

        Assert.Single(outcomes.OfType<AppendOutcome.Appended>());
        Assert.All(outcomes.OfType<AppendOutcome.Conflict>(), conflict => Assert.Equal(2, Assert.Single(conflict.Missing).Version));
        Assert.Equal(2, (await Read(conference)).Count);
    }

    [Fact]
    public async Task Many_appenders_to_one_conference_leave_no_gap_and_lose_nothing()
    {
        var conference = ConferenceId.New();

        var acknowledged = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CompareAndSet(conference, 25)));

        var versions = (await Read(conference)).Select(entry => entry.Version).ToList();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), versions);
        Assert.Equal(versions, acknowledged.SelectMany(own => own).Order());
    }

    [Fact]
    public async Task Appends_that_wait_together_share_a_commit()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Conference(1)));

        Assert.Equal(500, Tally.Appends);
        Assert.InRange(Tally.Commits, 1, 250);
    }

    [Fact]
    public async Task Another_start_reads_what_was_acknowledged()
    {
        var conference = await Conference(3);
        var before = await Read(conference);

        await Reopen();

        Assert.Equal(before, await Read(conference));
        Assert.Equal(new AppendOutcome.Appended(4), await Append(Next(conference, 3)));
    }

    [Fact]
    public async Task Conferences_with_somebody_inside_are_known_at_the_next_start()
    {
        var busy = await Conference(1);
        var left = await Conference(1);
        await Append(Next(left, 1) with { Occupied = false });

        await Reopen();

        Assert.Equal([busy], await Log.Occupied(Cancellation));
    }

    [Fact]
    public async Task An_entry_that_cannot_be_stored_fails_alone()
    {
        var poison = new NewEntries(ConferenceId.New(), 0, [Entry(1) with { Kind = null! }], true, [], []);
        var conferences = Enumerable.Range(0, 50).Select(_ => ConferenceId.New()).ToList();

        var failing = Append(poison);
        var outcomes = await Task.WhenAll(conferences.Select(conference => Append(Next(conference, 0))));

        Assert.All(outcomes, outcome => Assert.Equal(new AppendOutcome.Appended(1), outcome));
        await Assert.ThrowsAsync<LogUnavailable>(() => failing);
        Assert.Empty(await Read(poison.Conference));
    }

    private async Task<List<long>> CompareAndSet(ConferenceId conference, int times)
    {
        var acknowledged = new List<long>();
        var expected = 0L;
        while (acknowledged.Count < times)
        {
            switch (await Append(Next(conference, expected)))
            {
                case AppendOutcome.Appended(var version):
                    acknowledged.Add(expected = version);
                    break;
                case AppendOutcome.Conflict(var missing):
                    expected = missing[^1].Version;
                    break;
            }
        }

        return acknowledged;
    }
}
