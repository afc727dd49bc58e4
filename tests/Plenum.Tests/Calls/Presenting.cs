using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Calls;

public sealed class Presenting
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Presenting() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void Who_takes_the_floor_presents()
    {
        Takes(guest);
        Assert.True(meeting[guest].Presenting);
        Assert.Equal(guest, meeting.Main.Presenter);
    }

    [Fact]
    public void The_floor_is_taken_over()
    {
        Takes(guest);
        Assert.Equal([new FloorReleased(RoomId.Main, guest), new FloorTaken(RoomId.Main, host)], Takes(host));
        Assert.False(meeting[guest].Presenting);
    }

    [Fact]
    public void Taking_what_one_has_changes_nothing()
    {
        Takes(guest);
        Assert.Empty(Takes(guest));
    }

    [Fact]
    public void Who_stops_presents_no_longer()
    {
        Takes(guest);
        meeting.Does(guest, new ReleaseFloor { Subject = guest });
        Assert.Null(meeting.Main.Presenter);
    }

    [Fact]
    public void A_host_stops_a_presentation()
    {
        Takes(guest);
        meeting.Does(host, new ReleaseFloor { Subject = guest });
        Assert.False(meeting[guest].Presenting);
    }

    [Fact]
    public void Stopping_what_has_not_begun_changes_nothing() =>
        Assert.Empty(meeting.Does(guest, new ReleaseFloor { Subject = guest }));

    [Fact]
    public void Guests_do_not_present_where_they_may_not()
    {
        meeting.Does(host, new LetGuestsPresent(false));
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new TakeFloor { Subject = guest }));
    }

    [Fact]
    public void Hosts_present_even_then()
    {
        meeting.Does(host, new LetGuestsPresent(false));
        Takes(host);
        Assert.True(meeting[host].Presenting);
    }

    [Fact]
    public void Forbidding_it_takes_the_floor_away_from_a_guest()
    {
        Takes(guest);
        meeting.Does(host, new LetGuestsPresent(false));
        Assert.False(meeting[guest].Presenting);
    }

    [Fact]
    public void Forbidding_it_leaves_the_floor_to_a_host()
    {
        Takes(host);
        meeting.Does(host, new LetGuestsPresent(false));
        Assert.True(meeting[host].Presenting);
    }

    [Fact]
    public void A_guest_hands_the_floor_to_nobody_else() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new TakeFloor { Subject = host }));

    private IReadOnlyList<ConferenceEvent> Takes(ParticipantId who) => meeting.Does(who, new TakeFloor { Subject = who });
}
