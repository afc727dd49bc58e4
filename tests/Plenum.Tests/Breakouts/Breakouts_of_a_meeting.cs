using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Breakouts;

public sealed class Breakouts_of_a_meeting
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;
    private readonly RoomId room;

    public Breakouts_of_a_meeting()
    {
        (host, guest) = (meeting.Oversees("Hana"), meeting.Joins("Gus", Role.Guest));
        room = meeting.NextRoom();
    }

    [Fact]
    public void A_host_opens_one_with_people_in_it()
    {
        Open([guest]);
        Assert.Equal((room, "A"), (meeting[guest].Room, meeting[room].Breakout!.Name));
    }

    [Fact]
    public void A_guest_opens_none() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new OpenBreakout(room, new BreakoutPlan("A"))));

    [Fact]
    public void None_is_opened_with_somebody_who_is_not_there()
    {
        var command = new OpenBreakout(room, new BreakoutPlan("A") { People = [ParticipantId.New()] });
        Assert.Equal(Refusal.NoSuchParticipant, meeting.IsRefused(host, command));
    }

    [Fact]
    public void None_is_opened_where_they_are_not_allowed()
    {
        meeting.Terms = meeting.Terms with { BreakoutsAllowed = false };
        Assert.Equal("Disabled", meeting.IsRefused(host, new OpenBreakout(room, new BreakoutPlan("A"))).Text);
    }

    [Fact]
    public void There_are_fifty_at_most()
    {
        for (var i = 0; i < OpenBreakout.MostRooms; i++) meeting.Does(host, new OpenBreakout(meeting.NextRoom(), new BreakoutPlan("A")));
        meeting.IsRefused(host, new OpenBreakout(room, new BreakoutPlan("A")));
    }

    [Fact]
    public void It_takes_over_what_guests_may_do_in_the_main_room()
    {
        meeting.Does(host, new EnableChat(false));
        meeting.Does(host, new LetGuestsPresent(false));
        meeting.Does(host, new LetGuestsUnmute(true));
        Open([]);
        var opened = meeting[room];
        Assert.Equal((false, false, true), (opened.ChatEnabled, opened.GuestsCanPresent, opened.GuestsCanUnmute));
    }

    [Fact]
    public void People_move_there_and_back()
    {
        Open([]);
        meeting.Does(host, new Move(room, [guest]));
        Assert.Equal(room, meeting[guest].Room);
        meeting.Does(host, new Move(RoomId.Main, [guest]));
        Assert.Equal(RoomId.Main, meeting[guest].Room);
    }

    [Fact]
    public void Nobody_moves_where_one_of_them_is_not_there()
    {
        Open([]);
        Assert.Equal(Refusal.NoSuchParticipant, meeting.IsRefused(host, new Move(room, [guest, ParticipantId.New()])));
        Assert.Equal(RoomId.Main, meeting[guest].Room);
    }

    [Fact]
    public void Nobody_moves_to_a_room_that_is_not_there() =>
        Assert.Equal(Refusal.NoSuchRoom, meeting.IsRefused(host, new Move(room, [guest])));

    [Fact]
    public void Who_waits_is_not_moved()
    {
        meeting.Does(host, new LockRoom(true));
        var late = meeting.Joins("Gil", Role.Guest);
        Open([late]);
        Assert.Equal(RoomId.Main, meeting[late].Room);
    }

    [Fact]
    public void A_guest_moves_nobody()
    {
        Open([]);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Move(room, [guest])));
    }

    [Fact]
    public void Who_is_moved_presents_no_longer_and_stands_in_no_spotlight()
    {
        meeting.Does(guest, new TakeFloor { Subject = guest });
        meeting.Does(host, new Spotlight(true) { Subject = guest });
        Open([guest]);
        Assert.Equal((false, null, null), (meeting[guest].Presenting, meeting[guest].SpotlitAt, meeting.Main.Presenter));
    }

    [Fact]
    public void Who_is_moved_leaves_its_own_picture_behind()
    {
        meeting.Does(guest, new CreateMix("main.!personal"));
        Open([guest]);
        Assert.Equal("main", meeting[guest].VideoMix);
        Assert.Empty(meeting.Main.Mixes);
    }

    [Fact]
    public void A_guest_leaves_where_that_is_allowed()
    {
        Open([guest]);
        meeting.Does(guest, new LeaveBreakout());
        Assert.Equal(RoomId.Main, meeting[guest].Room);
    }

    [Fact]
    public void A_guest_stays_where_leaving_is_not_allowed()
    {
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = [guest], GuestsMayLeave = false }));
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new LeaveBreakout()));
    }

    [Fact]
    public void A_host_leaves_wherever_it_likes()
    {
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = [host], GuestsMayLeave = false }));
        meeting.Does(host, new LeaveBreakout());
        Assert.Equal(RoomId.Main, meeting[host].Room);
    }

    [Fact]
    public void Leaving_the_main_room_changes_nothing() => Assert.Empty(meeting.Does(guest, new LeaveBreakout()));

    [Fact]
    public void Closing_one_brings_everybody_back()
    {
        Open([guest]);
        meeting.Does(host, new CloseBreakout { Room = room });
        Assert.Equal(RoomId.Main, meeting[guest].Room);
        Assert.DoesNotContain(room, meeting.Conference.Rooms.Keys);
    }

    [Fact]
    public void The_main_room_cannot_be_closed() => Assert.Equal(Refusal.NoSuchRoom, meeting.IsRefused(host, new CloseBreakout()));

    [Fact]
    public void A_guest_closes_none()
    {
        Open([guest]);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new CloseBreakout { Room = room }));
    }

    [Fact]
    public void Closing_all_brings_everybody_back_from_everywhere()
    {
        Open([guest]);
        meeting.Does(host, new OpenBreakout(meeting.NextRoom(), new BreakoutPlan("B") { People = [host] }));
        meeting.Does(host, new CloseAllBreakouts());
        Assert.Single(meeting.Conference.Rooms);
        Assert.All(meeting.Conference.Participants.Values, p => Assert.True(p.Room.IsMain));
    }

    [Fact]
    public void Emptying_them_leaves_them_open()
    {
        Open([guest]);
        meeting.Does(host, new EmptyBreakouts());
        Assert.Equal(RoomId.Main, meeting[guest].Room);
        Assert.Contains(room, meeting.Conference.Rooms.Keys);
    }

    private void Open(IReadOnlyList<ParticipantId> people) =>
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = people }));
}
