using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Leaving_a_conference
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Leaving_a_conference() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void The_meeting_ends_with_the_last_participant()
    {
        meeting.Leaves(guest);
        meeting.Leaves(host);
        Assert.False(meeting.Running);
    }

    [Fact]
    public void The_meeting_goes_on_while_somebody_is_in()
    {
        meeting.Leaves(host);
        Assert.True(meeting.Running);
    }

    [Fact]
    public void The_next_meeting_is_another()
    {
        var first = meeting.Meeting!.Id;
        meeting.Does(host, new DisconnectAll());
        meeting.Joins("Hana");
        Assert.NotEqual(first, meeting.Meeting!.Id);
    }

    [Fact]
    public void Locks_mutes_and_layout_start_fresh_with_the_next_meeting()
    {
        meeting.Does(host, new LockRoom(true));
        meeting.Does(host, new MuteGuests(true));
        meeting.Does(host, new TransformLayout(new LayoutWish("{\"layout\":\"1:0\"}") { Layout = "1:0" }));
        meeting.Does(host, new SetMessageText("Hello"));
        meeting.Does(host, new LetGuestsSee(GuestSight.Never));
        meeting.Does(host, new DisconnectAll());
        meeting.Joins("Hana");
        Assert.Equal(new Room(RoomId.Main) { Started = true, Mixes = meeting.Main.Mixes }, meeting.Main);
    }

    [Fact]
    public void What_an_administrator_locked_while_nobody_was_in_stays_locked()
    {
        meeting.Does(host, new DisconnectAll());
        meeting.AdministratorDoes(new LockRoom(true));
        meeting.Joins("Hana");
        Assert.True(meeting.Main.Locked);
    }

    [Fact]
    public void A_presenter_who_leaves_stops_presenting()
    {
        meeting.Does(guest, new TakeFloor { Subject = guest });
        meeting.Leaves(guest);
        Assert.Null(meeting.Main.Presenter);
    }

    [Fact]
    public void A_picture_of_ones_own_goes_along()
    {
        meeting.Does(guest, new CreateMix("main.!personal"));
        meeting.Leaves(guest);
        Assert.Empty(meeting.Main.Mixes);
    }

    [Fact]
    public void A_host_disconnects_anybody()
    {
        meeting.Does(host, new DisconnectParticipant { Subject = guest });
        Assert.False(meeting.Has(guest));
        Assert.Equal(new ParticipantLeft(guest, Reasons.Kicked), meeting.Steps[^1].Happened);
    }

    [Fact]
    public void A_guest_disconnects_itself()
    {
        meeting.Does(guest, new DisconnectParticipant { Subject = guest });
        Assert.Equal(new ParticipantLeft(guest, Reasons.Left), meeting.Steps[^1].Happened);
    }

    [Fact]
    public void A_guest_disconnects_nobody_else() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new DisconnectParticipant { Subject = host }));

    [Fact]
    public void An_administrator_is_named_as_such() =>
        Assert.Equal([new ParticipantLeft(guest, Reasons.Administrator)], meeting.AdministratorDoes(new DisconnectParticipant { Subject = guest }));

    [Fact]
    public void A_host_ends_the_meeting_for_everybody()
    {
        meeting.Does(host, new DisconnectAll());
        Assert.Empty(meeting.Conference.Participants);
        Assert.Contains(meeting.Steps, step => step.Happened is ParticipantLeft { Reason: Reasons.AllDisconnected });
    }

    [Fact]
    public void Ending_the_meeting_sends_away_those_who_wait_as_well()
    {
        meeting.Does(host, new LockRoom(true));
        meeting.Joins("Gil", Role.Guest);
        meeting.Does(host, new DisconnectAll());
        Assert.Empty(meeting.Conference.Participants);
    }

    [Fact]
    public void A_guest_ends_it_for_nobody() => Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new DisconnectAll()));

    [Fact]
    public void Who_is_gone_can_do_nothing()
    {
        meeting.Leaves(guest);
        Assert.Equal(Refusal.InvalidToken, meeting.IsRefused(guest, new RaiseHand(true) { Subject = host }));
    }

    [Fact]
    public void Nobody_can_be_sent_away_twice()
    {
        meeting.Leaves(guest);
        Assert.Equal(Refusal.NoSuchParticipant, meeting.IsRefused(host, new DisconnectParticipant { Subject = guest }));
    }

    [Fact]
    public void Those_who_waited_for_an_open_door_begin_the_next_meeting()
    {
        var open = Gathering.Open();
        var ann = open.Joins("Ann");
        open.Does(ann, new LockRoom(true));
        var bob = open.Joins("Bob");
        open.Leaves(ann);
        Assert.True(open[bob].In);
        Assert.False(open.Main.Locked);
    }

    [Fact]
    public void Those_who_wait_for_a_host_wait_on_when_the_meeting_ends()
    {
        meeting.Does(host, new LockRoom(true));
        var late = meeting.Joins("Gil", Role.Guest);
        meeting.Leaves(guest);
        meeting.Leaves(host);
        Assert.False(meeting.Running);
        Assert.True(meeting[late].Waiting);
    }
}
