using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Tests.Log;

public abstract class KeepingPromises(StoragePlace place) : LogPromises(place)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task The_newest_snapshot_is_the_one_that_counts()
    {
        var conference = ConferenceId.New();
        await Keep(new(conference, 5, "stamp", "five"));
        await Keep(new(conference, 9, "stamp", "nine 🦊"));
        await Keep(new(conference, 7, "stamp", "seven, written late"));

        Assert.Equal(new(conference, 9, "stamp", "nine 🦊"), await Log.LatestSnapshot(conference, "stamp", Cancellation));
        Assert.Null(await Log.LatestSnapshot(ConferenceId.New(), "stamp", Cancellation));
    }

    [Fact]
    public async Task A_snapshot_with_another_stamp_is_ignored()
    {
        var conference = ConferenceId.New();
        await Keep(new(conference, 5, "old shape", "{}"));

        Assert.Null(await Log.LatestSnapshot(conference, "new shape", Cancellation));
    }

    [Fact]
    public async Task Old_chat_texts_go_and_their_entries_stay()
    {
        var conference = ConferenceId.New();
        await Append(new(conference, 0, [Entry(1, text: "yesterday")], true, [], []));
        Pass(Day * 2);
        await Append(new(conference, 1, [Entry(2, text: "today")], true, [], []));

        var trimmed = await Log.Trim(new Retention(Now - Day, Now - (30 * Day)), Cancellation);

        Assert.Equal(new Trimmed(1, 0), trimmed);
        Assert.Equal([null, "today"], (await Read(conference)).Select(entry => entry.Text));
    }

    [Fact]
    public async Task Old_entries_go_only_where_a_snapshot_covers_them()
    {
        var covered = await Conference(1200);
        var bare = await Conference(3);
        await Keep(new(covered, 1100, "stamp", "{}"));
        Pass(40 * Day);
        await Append(Next(covered, 1200));

        var trimmed = await Log.Trim(new Retention(Now - Day, Now - (30 * Day)), Cancellation);

        Assert.Equal(new Trimmed(0, 1100), trimmed);
        Assert.Equal(1101, (await Read(covered))[0].Version);
        Assert.Equal(101, (await Read(covered)).Count);
        Assert.Equal(3, (await Read(bare)).Count);
        Assert.Equal(new Trimmed(0, 0), await Log.Trim(new Retention(Now - Day, Now - (30 * Day)), Cancellation));
    }

    [Fact]
    public async Task Young_entries_stay_though_a_snapshot_covers_them()
    {
        var conference = await Conference(2);
        Pass(40 * Day);
        await Append(Next(conference, 2, 2));
        await Keep(new(conference, 4, "stamp", "{}"));

        await Log.Trim(new Retention(Now - Day, Now - (30 * Day)), Cancellation);

        Assert.Equal([3, 4], (await Read(conference)).Select(entry => entry.Version));
    }

    [Fact]
    public async Task A_text_goes_with_its_entry_even_when_texts_are_kept_longer()
    {
        var conference = ConferenceId.New();
        await Append(new(conference, 0, [Entry(1, text: "old"), Entry(2)], true, [], []));
        await Keep(new(conference, 2, "stamp", "{}"));
        Pass(40 * Day);

        var trimmed = await Log.Trim(new Retention(Now - (300 * Day), Now - (30 * Day)), Cancellation);

        Assert.Equal(new Trimmed(1, 2), trimmed);
    }

    [Fact]
    public async Task Versions_go_on_where_they_were_after_everything_was_trimmed()
    {
        var conference = await Conference(4);
        await Keep(new(conference, 4, "stamp", "{}"));
        Pass(40 * Day);
        await Log.Trim(new Retention(Now, Now), Cancellation);
        Assert.Empty(await Read(conference));

        await Reopen();

        Assert.IsType<AppendOutcome.Conflict>(await Append(Next(conference, 0)));
        Assert.Equal(new AppendOutcome.Appended(5), await Append(Next(conference, 4)));
    }

    private Task Keep(LogSnapshot snapshot) => Log.Keep(snapshot, Cancellation);
}
