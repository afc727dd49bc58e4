using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Joining_a_conference
{
    private readonly Gathering open = Gathering.Open();
    private readonly Gathering pinned = Gathering.WithHostPin();

    [Fact]
    public void The_first_who_comes_begins_the_meeting()
    {
        open.Joins("Ann");
        Assert.Equal(Gathering.Noon, open.Meeting!.BeganAt);
        Assert.IsType<MeetingBegan>(open.Steps[0].Happened);
    }

    [Fact]
    public void The_second_finds_the_same_meeting()
    {
        open.Joins("Ann");
        var meeting = open.Meeting!.Id;
        open.Joins("Bob");
        Assert.Equal(meeting, open.Meeting!.Id);
    }

    [Fact]
    public void Without_a_PIN_nobody_waits() => Assert.False(open[open.Joins("Ann")].Waiting);

    [Fact]
    public void Without_a_PIN_the_meeting_has_started_at_once()
    {
        open.Joins("Ann");
        Assert.True(open.Main.Started);
    }

    [Fact]
    public void A_guest_waits_until_a_host_is_in() => Assert.True(pinned[pinned.Joins("Gus", Role.Guest)].Waiting);

    [Fact]
    public void A_guest_who_waits_begins_no_meeting()
    {
        pinned.Joins("Gus", Role.Guest);
        Assert.False(pinned.Running);
    }

    [Fact]
    public void A_host_who_comes_lets_in_the_guests_who_waited()
    {
        var guest = pinned.Joins("Gus", Role.Guest);
        pinned.Joins("Hana");
        Assert.True(pinned[guest].In);
    }

    [Fact]
    public void A_host_starts_the_meeting_before_anybody_is_let_in()
    {
        pinned.Joins("Gus", Role.Guest);
        pinned.Joins("Hana");
        Assert.Equal(
            [typeof(ParticipantJoined), typeof(MeetingBegan), typeof(ParticipantJoined), typeof(MeetingStarted), typeof(ParticipantAdmitted)],
            pinned.Steps.Select(step => step.Happened.GetType()));
    }

    [Fact]
    public void A_guest_who_comes_after_a_host_does_not_wait()
    {
        pinned.Joins("Hana");
        Assert.False(pinned[pinned.Joins("Gus", Role.Guest)].Waiting);
    }

    [Fact]
    public void A_guest_comes_in_while_the_hosts_are_away_for_a_moment()
    {
        var host = pinned.Joins("Hana");
        pinned.Joins("Gus", Role.Guest);
        pinned.Leaves(host);
        Assert.False(pinned[pinned.Joins("Gil", Role.Guest)].Waiting);
    }

    [Fact]
    public void Everybody_waits_at_a_locked_conference_without_a_PIN()
    {
        open.Does(open.Joins("Ann"), new LockRoom(true));
        Assert.True(open[open.Joins("Bob")].Waiting);
    }

    [Fact]
    public void A_guest_waits_at_a_locked_conference()
    {
        pinned.Does(pinned.Joins("Hana"), new LockRoom(true));
        Assert.True(pinned[pinned.Joins("Gus", Role.Guest)].Waiting);
    }

    [Fact]
    public void Who_holds_the_host_PIN_does_not_wait_at_a_locked_conference()
    {
        pinned.Does(pinned.Joins("Hana"), new LockRoom(true));
        Assert.False(pinned[pinned.Joins("Hugo")].Waiting);
    }

    [Fact]
    public void A_host_who_comes_lets_nobody_in_while_it_is_locked()
    {
        pinned.AdministratorDoes(new LockRoom(true));
        var guest = pinned.Joins("Gus", Role.Guest);
        pinned.Joins("Hana");
        Assert.True(pinned[guest].Waiting);
    }

    [Fact]
    public void Who_was_vouched_for_does_not_wait()
    {
        var newcomer = pinned.Newcomer("Gus", Role.Guest) with { VouchedFor = true };
        pinned.Comes(newcomer);
        Assert.True(pinned[newcomer.Id].In);
    }

    [Fact]
    public void Who_was_vouched_for_and_is_no_host_does_not_start_it_for_others()
    {
        pinned.Comes(pinned.Newcomer("Gus", Role.Guest) with { VouchedFor = true });
        Assert.False(pinned.Main.Started);
        Assert.True(pinned[pinned.Joins("Gil", Role.Guest)].Waiting);
    }

    [Fact]
    public void Coming_twice_changes_nothing()
    {
        var newcomer = open.Newcomer("Ann", Role.Host);
        open.Comes(newcomer);
        open.Comes(newcomer with { Name = "Other" });
        Assert.Equal("Ann", open[newcomer.Id].Name);
        Assert.Single(open.Conference.Participants);
    }

    [Fact]
    public void A_full_conference_takes_nobody_more()
    {
        open.Terms = open.Terms with { ParticipantLimit = 2 };
        open.Joins("Ann");
        open.Joins("Bob");
        var third = open.Newcomer("Cid", Role.Host);
        Assert.Equal(Refusal.ParticipantLimit, open.IsRefused(third.Id, new Join(third)));
    }

    [Fact]
    public void Those_who_wait_count_towards_the_limit()
    {
        pinned.Terms = pinned.Terms with { ParticipantLimit = 1 };
        pinned.Joins("Gus", Role.Guest);
        var host = pinned.Newcomer("Hana", Role.Host);
        Assert.Equal(Refusal.ParticipantLimit, pinned.IsRefused(host.Id, new Join(host)));
    }

    [Fact]
    public void A_place_that_was_left_can_be_taken()
    {
        open.Terms = open.Terms with { ParticipantLimit = 1 };
        open.Leaves(open.Joins("Ann"));
        Assert.True(open[open.Joins("Bob")].In);
    }

    [Fact]
    public void Guests_come_in_muted_where_it_is_so_arranged()
    {
        pinned.Terms = pinned.Terms with { MuteGuestsOnJoin = true };
        pinned.Joins("Hana");
        Assert.True(pinned[pinned.Joins("Gus", Role.Guest)].MutedByHost);
    }

    [Fact]
    public void Guests_who_waited_come_in_muted_as_well()
    {
        pinned.Terms = pinned.Terms with { MuteGuestsOnJoin = true };
        var guest = pinned.Joins("Gus", Role.Guest);
        pinned.Joins("Hana");
        Assert.True(pinned[guest].Muted);
    }

    [Fact]
    public void A_guest_whom_an_administrator_lets_into_an_empty_conference_comes_in_muted_as_well()
    {
        pinned.Terms = pinned.Terms with { MuteGuestsOnJoin = true };
        var guest = pinned.Joins("Gus", Role.Guest);
        pinned.AdministratorDoes(new Admit { Subject = guest });
        Assert.True(pinned[guest].In);
        Assert.True(pinned[guest].Muted);
    }

    [Fact]
    public void Hosts_never_come_in_muted()
    {
        pinned.Terms = pinned.Terms with { MuteGuestsOnJoin = true };
        Assert.False(pinned[pinned.Joins("Hana")].Muted);
    }

    [Fact]
    public void A_room_that_is_gone_leads_to_the_main_room()
    {
        var newcomer = open.Newcomer("Ann", Role.Host) with { VouchedFor = true, Room = RoomId.New() };
        open.Comes(newcomer);
        Assert.Equal(RoomId.Main, open[newcomer.Id].Room);
    }

    [Fact]
    public void What_the_client_said_of_itself_is_kept()
    {
        var newcomer = open.Newcomer("Ann", Role.Host) with { CallTag = "tag", Vendor = "Browser", Uri = "sip:ann", UnderstandsDirectChat = false };
        open.Comes(newcomer);
        var ann = open[newcomer.Id];
        Assert.Equal(("tag", "Browser", "sip:ann", false), (ann.CallTag, ann.Vendor, ann.Uri, ann.UnderstandsDirectChat));
    }
}
