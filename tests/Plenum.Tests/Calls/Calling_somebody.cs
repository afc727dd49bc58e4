using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Calls;

public sealed class Calling_somebody
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Calling_somebody() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void Who_is_called_is_connecting_until_they_answer()
    {
        var called = Calls(KeepAlive.Never);
        Assert.Equal((true, false), (meeting[called].Connecting, meeting[called].In));
        meeting.LineDoes(new Answer { Subject = called });
        Assert.Equal((false, true, true), (meeting[called].Connecting, meeting[called].In, meeting[called].HasMedia));
    }

    [Fact]
    public void Answering_twice_changes_nothing()
    {
        var called = Calls(KeepAlive.Never);
        meeting.LineDoes(new Answer { Subject = called });
        Assert.Empty(meeting.LineDoes(new Answer { Subject = called }));
    }

    [Fact]
    public void A_call_that_is_rejected_leaves_the_roster()
    {
        var called = Calls(KeepAlive.Never);
        meeting.LineDoes(new Leave(Reasons.CallRejected) { Subject = called });
        Assert.False(meeting.Has(called));
    }

    [Fact]
    public void A_guest_calls_nobody() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Dial(meeting.NextId(), new DialWish("demo:x", Role.Guest))));

    [Fact]
    public void Nobody_is_called_into_a_full_conference()
    {
        meeting.Terms = meeting.Terms with { ParticipantLimit = 2 };
        Assert.Equal(Refusal.ParticipantLimit, meeting.IsRefused(host, new Dial(meeting.NextId(), new DialWish("demo:x", Role.Guest))));
    }

    [Fact]
    public void Nobody_is_called_where_no_meeting_is() => Assert.IsType<Decision.Refuse>(Gathering.Open()
        .Decide(new Dial(ParticipantId.New(), new DialWish("demo:x", Role.Guest)), Actor.OfAdministrator("admin")));

    [Fact]
    public void Who_was_called_cannot_be_transferred()
    {
        var called = Calls(KeepAlive.Never);
        var to = new Destination(ConferenceId.New(), "elsewhere", Role.Guest, ParticipantId.New());
        Assert.Equal("transfer failed", meeting.IsRefused(host, new Transfer(to) { Subject = called }).Text);
    }

    [Theory]
    [InlineData(KeepAlive.Always, true)]
    [InlineData(KeepAlive.IfMultiple, false)]
    [InlineData(KeepAlive.Never, false)]
    public void One_who_was_called_keeps_the_meeting_alive_as_was_wished(KeepAlive wish, bool alive)
    {
        meeting.LineDoes(new Answer { Subject = Calls(wish) });
        meeting.Leaves(guest);
        meeting.Leaves(host);
        Assert.Equal(alive, meeting.Running);
    }

    [Fact]
    public void Two_who_were_called_keep_each_other_alive()
    {
        meeting.LineDoes(new Answer { Subject = Calls(KeepAlive.IfMultiple) });
        meeting.LineDoes(new Answer { Subject = Calls(KeepAlive.IfMultiple) });
        meeting.Leaves(guest);
        meeting.Leaves(host);
        Assert.True(meeting.Running);
    }

    [Fact]
    public void Who_has_not_answered_keeps_nothing_alive()
    {
        var called = Calls(KeepAlive.Always);
        meeting.Leaves(guest);
        meeting.Leaves(host);
        Assert.False(meeting.Has(called));
        Assert.Contains(meeting.Steps, step => step.Happened is ParticipantLeft { Reason: Reasons.NobodyKeepsAlive });
    }

    [Fact]
    public void A_host_who_answers_stops_the_time_without_one()
    {
        var called = Calls(KeepAlive.IfMultiple, Role.Host);
        meeting.Leaves(host);
        meeting.LineDoes(new Answer { Subject = called });
        Assert.Null(meeting.Meeting!.HostsGoneAt);
    }

    [Fact]
    public void A_host_who_answers_lets_in_the_guests_who_waited()
    {
        var early = Gathering.WithHostPin();
        var (first, second) = (early.Joins("Gus", Role.Guest), early.Joins("Gil", Role.Guest));
        early.AdministratorDoes(new Admit { Subject = first });
        var called = early.NextId();
        early.AdministratorDoes(new Dial(called, new DialWish("demo:x", Role.Host)));
        Assert.True(early[second].Waiting);
        early.LineDoes(new Answer { Subject = called });
        Assert.True(early[second].In);
    }

    [Fact]
    public void Keys_pass_through_and_are_remembered_nowhere()
    {
        var called = Calls(KeepAlive.Never);
        var decision = Assert.IsType<Decision.Accepted>(meeting.Decide(new SendTones("1234#") { Subject = called }, Actor.Of(host)));
        Assert.Equal(new Signal(called, "dtmf", "1234#"), decision.Signal);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void A_guest_moves_nobody_elses_camera() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new MoveCamera("{}") { Subject = host }));

    private ParticipantId Calls(KeepAlive keepsAlive, Role role = Role.Guest)
    {
        var id = meeting.NextId();
        meeting.Does(host, new Dial(id, new DialWish("demo:x", role) { DisplayName = "X", KeepsAlive = keepsAlive }));
        return id;
    }
}
