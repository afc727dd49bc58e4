using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Breakouts;

public sealed class Inside_a_breakout
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;
    private readonly RoomId room;

    public Inside_a_breakout()
    {
        (host, guest) = (meeting.Oversees("Hana"), meeting.Joins("Gus", Role.Guest));
        room = meeting.NextRoom();
    }

    [Fact]
    public void When_its_time_is_up_everybody_comes_back()
    {
        Timed(EndAction.Transfer);
        meeting.Passes(TimeSpan.FromMinutes(5));
        Assert.Equal(RoomId.Main, meeting[guest].Room);
    }

    [Fact]
    public void When_its_time_is_up_everybody_goes_where_that_was_arranged()
    {
        Timed(EndAction.Disconnect);
        meeting.Passes(TimeSpan.FromMinutes(5));
        Assert.False(meeting.Has(guest));
        Assert.Contains(meeting.Steps, step => step.Happened is ParticipantLeft { Reason: Reasons.BreakoutClosed });
    }

    [Fact]
    public void It_stays_until_its_time_is_up()
    {
        Timed(EndAction.Transfer);
        Assert.Empty(meeting.Passes(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void The_meeting_ends_when_the_last_went_with_a_breakout()
    {
        Timed(EndAction.Disconnect);
        meeting.Leaves(host);
        meeting.AdministratorDoes(new ChangeRole(Role.Host) { Subject = guest });
        meeting.Passes(TimeSpan.FromMinutes(5));
        Assert.False(meeting.Running);
    }

    [Fact]
    public void Somebody_inside_asks_for_a_host()
    {
        Open([guest]);
        meeting.Does(guest, new AskForHost(true));
        Assert.Equal((meeting.Now, guest), (meeting[room].Breakout!.HelpWantedAt, meeting[room].Breakout!.HelpWantedBy));
    }

    [Fact]
    public void A_host_answers_the_call()
    {
        Open([guest]);
        meeting.Does(guest, new AskForHost(true));
        meeting.Does(host, new AskForHost(false) { Room = room });
        Assert.Null(meeting[room].Breakout!.HelpWantedAt);
    }

    [Fact]
    public void The_call_ends_when_the_caller_is_gone()
    {
        Open([guest]);
        meeting.Does(guest, new AskForHost(true));
        meeting.Does(host, new Move(RoomId.Main, [guest]));
        Assert.Null(meeting[room].Breakout!.HelpWantedAt);
    }

    [Fact]
    public void Nobody_asks_for_a_host_in_the_main_room() => Assert.Empty(meeting.Does(guest, new AskForHost(true)));

    [Fact]
    public void Each_room_has_a_lock_of_its_own()
    {
        Open([]);
        meeting.Does(host, new LockRoom(true) { Room = room });
        Assert.Equal((false, true), (meeting.Main.Locked, meeting[room].Locked));
    }

    [Fact]
    public void Each_room_mutes_its_own_guests()
    {
        var other = meeting.Joins("Gil", Role.Guest);
        Open([guest]);
        meeting.Does(host, new MuteGuests(true) { Room = room });
        Assert.Equal((true, false), (meeting[guest].Muted, meeting[other].Muted));
    }

    [Fact]
    public void Each_room_has_a_presenter_of_its_own()
    {
        Open([guest]);
        meeting.Does(guest, new TakeFloor { Subject = guest });
        meeting.Does(host, new TakeFloor { Subject = host });
        Assert.Equal((host, guest), (meeting.Main.Presenter, meeting[room].Presenter));
    }

    [Fact]
    public void A_host_whose_client_sees_one_room_speaks_of_the_room_that_it_is_in()
    {
        var plain = meeting.Joins("Hugo");
        Open([plain]);
        meeting.Does(plain, new LockRoom(true));
        Assert.Equal((false, true), (meeting.Main.Locked, meeting[room].Locked));
    }

    [Fact]
    public void A_host_whose_client_sees_all_rooms_speaks_of_the_main_room()
    {
        Open([host]);
        meeting.Does(host, new LockRoom(true));
        Assert.Equal((true, false), (meeting.Main.Locked, meeting[room].Locked));
    }

    [Fact]
    public void A_host_whose_client_goes_along_speaks_of_the_room_that_it_is_in()
    {
        var along = meeting.Oversees("Hugo", follows: true);
        Open([along]);
        meeting.Does(along, new LockRoom(true));
        Assert.Equal((false, true), (meeting.Main.Locked, meeting[room].Locked));
    }

    private void Open(IReadOnlyList<ParticipantId> people) =>
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = people }));

    private void Timed(EndAction action) => meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A")
    {
        People = [guest],
        Duration = TimeSpan.FromMinutes(5),
        EndAction = action,
    }));
}
