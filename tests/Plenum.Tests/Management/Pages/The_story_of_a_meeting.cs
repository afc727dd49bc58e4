using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Management.Pages;
using Plenum.Server.Participants;

namespace Plenum.Tests.Management.Pages;

/// <summary>What an administrator reads of a meeting, sentence by sentence.</summary>
public sealed class The_story_of_a_meeting
{
    private static readonly ParticipantId Ann = ParticipantId.New();
    private static readonly ParticipantId Ben = ParticipantId.New();

    [Fact]
    public void Names_people_as_they_called_themselves_and_whoever_did_it_to_them()
    {
        var story = Told((Came(Ann, "Ann", Role.Host), Actor.Of(Ann)), (Came(Ben, "Ben", Role.Guest), Actor.Of(Ben)), (new ParticipantMuted(Ben, true, true), Actor.Of(Ann)));

        Assert.Equal(["Ann joined as host", "Ben joined as guest", "Ben was muted"], story.Select(line => line.What));
        Assert.Equal(["", "", "by Ann"], story.Select(line => line.By));
    }

    [Fact]
    public void Says_through_which_plugin_it_was_done()
    {
        var story = Told((Came(Ann, "Ann", Role.Host), Actor.Of(Ann)), (new RoomLocked(RoomId.Main, true), Actor.Of(Ann, "plugin/layout-control")));

        Assert.Equal(("The conference was locked", "by Ann through layout-control"), (story[1].What, story[1].By));
    }

    [Fact]
    public void Says_what_an_administrator_did()
    {
        var story = Told((Came(Ann, "Ann", Role.Host), Actor.Of(Ann)), (new ParticipantLeft(Ann, Reasons.Administrator), Actor.OfAdministrator("grace")));

        Assert.Equal(("Ann left: Disconnected by an administrator", "by grace (administrator)"), (story[1].What, story[1].By));
    }

    [Fact]
    public void Goes_on_about_people_who_came_before_it_begins()
    {
        var line = Assert.Single(Told((new HandRaised(Ben, true), Actor.Of(Ben))));

        Assert.Equal(("Somebody raised a hand", ""), (line.What, line.By));
    }

    [Fact]
    public void Names_an_event_that_has_no_sentence()
    {
        var line = Assert.Single(Told((new Classified(RoomId.Main, 2), Actor.Clock)));

        Assert.Equal("Classified", line.What);
    }

    private static ParticipantJoined Came(ParticipantId id, string name, Role role) => new(new Participant(id, name, role, RoomId.Main, DateTimeOffset.UnixEpoch), null);

    private static IReadOnlyList<StoryLine> Told(params (ConferenceEvent Happened, Actor By)[] steps) =>
        StorySentences.Of(steps.Select((step, index) => EventRecord.Write(step.Happened, index + 1, DateTimeOffset.UnixEpoch, step.By, null)));
}
