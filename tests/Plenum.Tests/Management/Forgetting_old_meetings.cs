using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants;
using Plenum.Tests.Log;
using Plenum.Tests.Running;

namespace Plenum.Tests.Management;

public sealed class Forgetting_old_meetings : IAsyncLifetime
{
    private readonly SqlitePlace _place = new();
    private readonly ManualClock _clock = new();
    private Database _database = null!;
    private ConferenceLog _log = null!;

    public async ValueTask InitializeAsync()
    {
        _database = _place.Choose();
        await _database.Migrate(TestContext.Current.CancellationToken);
        _log = _database.Log(_clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _place.Remove();
    }

    [Fact]
    public async Task Leaves_an_idle_conference_that_goes_on_where_it_was()
    {
        var id = ConferenceId.New();
        await Meet(await Live().Get(id));
        var version = (await Live().Get(id)).Now.Version;

        _clock.Advance(TimeSpan.FromDays(31));
        var trimmed = await Forget();
        var again = await Live().Get(id);
        await Meet(again);

        Assert.True(trimmed.Entries >= version);
        Assert.True(again.Now.Version > version);
        Assert.Equal(version + 1, (await _log.Read(id, 0, default))[0].Version);
    }

    [Fact]
    public async Task Takes_chat_text_after_a_day_and_leaves_that_it_was_written()
    {
        var id = ConferenceId.New();
        await Meet(await Live().Get(id));

        _clock.Advance(TimeSpan.FromHours(25));
        var trimmed = await Forget();
        var entries = await _log.Read(id, 0, default);

        Assert.Equal((1, 0), (trimmed.Texts, trimmed.Entries));
        Assert.Null(Assert.Single(entries, entry => entry.Kind is nameof(MessageSent)).Text);
    }

    [Fact]
    public async Task Touches_nothing_that_is_young()
    {
        await Meet(await Live().Get(ConferenceId.New()));

        Assert.Equal(default, await Forget());
    }

    [Fact]
    public async Task Goes_by_what_somebody_chose_on_another_node()
    {
        await Meet(await Live().Get(ConferenceId.New()));
        var chat = RetentionPart.All.Single(part => part.Name == "chatHours");
        await new RetentionChoices(_database, new ServerSettings(), _clock).Choose(new Dictionary<RetentionPart, double?> { [chat] = 2 }, "Grace", _ => Task.CompletedTask, default);
        var here = new RetentionChoices(_database, new ServerSettings(), _clock);

        _clock.Advance(TimeSpan.FromHours(3));
        var trimmed = await Forget(await here.Now(default));

        Assert.Equal((1, 0), (trimmed.Texts, trimmed.Entries));
    }

    private static async Task Meet(LiveConference conference)
    {
        var anna = ParticipantId.New();
        await conference.Tell(new Join(new Newcomer(anna, "Anna", Role.Host)), Actor.Of(anna));
        Assert.IsType<Decision.Accepted>(await conference.Tell(new SendMessage("text/plain", "hello"), Actor.Of(anna)));
        await conference.Tell(new Leave(Reasons.Left) { Subject = anna }, Actor.Of(anna));
        Assert.Empty(conference.Now.Participants);
    }

    private Task<Trimmed> Forget() =>
        Forget(new RetentionSettings());

    private Task<Trimmed> Forget(RetentionSettings kept) => new OldMeetings(_log, _database, Live()).Trim(kept, _clock.GetUtcNow(), default);

    private LiveConferences Live() => new Node(_database, _clock).Conferences;
}
