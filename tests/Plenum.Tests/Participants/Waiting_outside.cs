using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Waiting_outside
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId waiting;

    public Waiting_outside()
    {
        host = meeting.Joins("Hana");
        meeting.Does(host, new LockRoom(true));
        waiting = meeting.Joins("Gus", Role.Guest);
    }

    [Fact]
    public void A_host_lets_in_one()
    {
        var other = meeting.Joins("Gil", Role.Guest);
        meeting.Does(host, new Admit { Subject = waiting });
        Assert.True(meeting[waiting].In);
        Assert.True(meeting[other].Waiting);
    }

    [Fact]
    public void Opening_the_door_lets_in_everybody()
    {
        var other = meeting.Joins("Gil", Role.Guest);
        meeting.Does(host, new LockRoom(false));
        Assert.True(meeting[waiting].In && meeting[other].In);
    }

    [Fact]
    public void Opening_the_door_lets_no_guest_in_where_no_host_is()
    {
        var empty = Gathering.WithHostPin();
        empty.AdministratorDoes(new LockRoom(true));
        var guest = empty.Joins("Gus", Role.Guest);
        empty.AdministratorDoes(new LockRoom(false));
        Assert.True(empty[guest].Waiting);
    }

    [Fact]
    public void Opening_an_empty_conference_without_a_PIN_begins_the_meeting_of_those_who_waited()
    {
        var empty = Gathering.Open();
        empty.AdministratorDoes(new LockRoom(true));
        var ann = empty.Joins("Ann");
        Assert.False(empty.Running);
        empty.AdministratorDoes(new LockRoom(false));
        Assert.True(empty[ann].In);
    }

    [Fact]
    public void A_breakout_that_opens_lets_nobody_in_from_outside()
    {
        var room = meeting.NextRoom();
        meeting.Does(host, new Server.Breakouts.OpenBreakout(room, new Server.Breakouts.BreakoutPlan("A")));
        meeting.Does(host, new LockRoom(true) { Room = room });
        meeting.Does(host, new LockRoom(false) { Room = room });
        Assert.True(meeting[waiting].Waiting);
    }

    [Fact]
    public void The_time_in_the_meeting_begins_with_admission()
    {
        meeting.Passes(TimeSpan.FromMinutes(3));
        meeting.Does(host, new Admit { Subject = waiting });
        Assert.Equal(meeting.Now, meeting[waiting].JoinedAt);
    }

    [Fact]
    public void Letting_in_who_is_in_changes_nothing() => Assert.Empty(meeting.Does(host, new Admit { Subject = host }));

    [Fact]
    public void Who_waits_cannot_let_itself_in() =>
        Assert.Equal(Refusal.NotInMeeting, meeting.IsRefused(waiting, new Admit { Subject = waiting }));

    [Fact]
    public void Who_waits_cannot_chat() =>
        Assert.Equal(Refusal.NotInMeeting, meeting.IsRefused(waiting, new SendMessage("text/plain", "Let me in")));

    [Fact]
    public void Who_waits_is_not_written_to() =>
        Assert.Equal(Refusal.NotInMeeting, meeting.IsRefused(host, new SendMessage("text/plain", "Soon") { Subject = waiting }));

    [Fact]
    public void Who_waits_cannot_present() =>
        Assert.Equal(Refusal.NotInMeeting, meeting.IsRefused(waiting, new TakeFloor { Subject = waiting }));

    [Fact]
    public void Who_waits_may_go()
    {
        meeting.Does(waiting, new DisconnectParticipant { Subject = waiting });
        Assert.False(meeting.Has(waiting));
    }

    [Fact]
    public void Who_waits_and_is_made_a_host_comes_in()
    {
        meeting.Does(host, new ChangeRole(Role.Host) { Subject = waiting });
        Assert.True(meeting[waiting].In);
    }

    [Fact]
    public void Who_has_no_host_PIN_to_hold_waits_on_although_made_a_host()
    {
        var open = Gathering.Open();
        var ann = open.Joins("Ann");
        open.Does(ann, new LockRoom(true));
        var bob = open.Joins("Bob");
        open.Does(ann, new ChangeRole(Role.Guest) { Subject = bob });
        open.Does(ann, new ChangeRole(Role.Host) { Subject = bob });
        Assert.True(open[bob].Waiting);
    }

    [Fact]
    public void Fifteen_minutes_are_the_limit()
    {
        meeting.Passes(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        Assert.True(meeting.Has(waiting));
        Assert.Equal([new ParticipantLeft(waiting, Reasons.HostNeverCame)], meeting.Passes(TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void Who_was_let_in_is_under_no_limit()
    {
        meeting.Does(host, new Admit { Subject = waiting });
        Assert.Empty(meeting.Passes(TimeSpan.FromHours(3)));
    }

    [Fact]
    public void Waiting_without_a_meeting_is_limited_too()
    {
        var empty = Gathering.WithHostPin();
        var guest = empty.Joins("Gus", Role.Guest);
        empty.Passes(TimeSpan.FromMinutes(15));
        Assert.False(empty.Has(guest));
    }

    [Fact]
    public void A_conference_may_be_given_another_limit()
    {
        meeting.Terms = meeting.Terms with { WaitingLimit = TimeSpan.FromMinutes(1) };
        meeting.Passes(TimeSpan.FromMinutes(1));
        Assert.False(meeting.Has(waiting));
    }

    [Fact]
    public void The_next_limit_is_known_beforehand() => Assert.Equal(
        Gathering.Noon + TimeSpan.FromMinutes(15), PassTime.NextDue(meeting.Conference, meeting.Terms));

    [Fact]
    public void Nothing_is_due_where_nobody_waits()
    {
        meeting.Leaves(waiting);
        Assert.Null(PassTime.NextDue(meeting.Conference, meeting.Terms));
    }

    [Fact]
    public void An_administrator_lets_somebody_into_a_conference_where_nobody_is()
    {
        var empty = Gathering.WithHostPin();
        var guest = empty.Joins("Gus", Role.Guest);
        empty.AdministratorDoes(new Admit { Subject = guest });
        Assert.True(empty[guest].In);
        Assert.True(empty.Running);
    }
}
