using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

public sealed class What_each_stream_is_told
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly Onlookers onlookers;
    private readonly ParticipantId overseer;
    private readonly ParticipantId host;
    private readonly ParticipantId guest;
    private readonly RoomId room;

    public What_each_stream_is_told()
    {
        onlookers = new Onlookers(meeting);
        (overseer, host, guest) = (meeting.Oversees("Ola"), meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));
        room = meeting.NextRoom();
        foreach (var id in new[] { overseer, host, guest }) onlookers.Opens(id).Forget();
    }

    [Fact]
    public void Everybody_hears_once_that_somebody_came()
    {
        Hear(() => meeting.Joins("Gil", Role.Guest));
        Assert.All([overseer, host, guest], id => Assert.Equal(["participant_create"], onlookers[id].Names));
    }

    [Fact]
    public void Only_hosts_hear_of_who_waits()
    {
        meeting.Does(host, new LockRoom(true));
        Hear(() => meeting.Joins("Gil", Role.Guest));
        Assert.Equal(["participant_create"], onlookers[host].Names);
        Assert.Empty(onlookers[guest].Names);
    }

    [Fact]
    public void Who_waits_sees_itself_alone_and_hears_no_chat()
    {
        meeting.Does(host, new LockRoom(true));
        var late = meeting.Joins("Gil", Role.Guest);
        var screen = onlookers.Opens(late);
        Assert.Equal([$"{late}"], screen.Roster);
        Hear(() => meeting.Does(host, new SendMessage("text/plain", "Hello")));
        Assert.Empty(screen.Names);
    }

    [Fact]
    public void Who_waits_and_oversees_hears_nothing_of_breakouts()
    {
        var open = Gathering.Open();
        var (watching, ann) = (new Onlookers(open), open.Oversees("Ann"));
        open.Does(ann, new LockRoom(true));
        var screen = watching.Opens(open.Oversees("Bob"));
        screen.Forget();
        open.Does(ann, new OpenBreakout(room, new BreakoutPlan("A")));
        open.Does(ann, new LockRoom(true) { Room = room });
        watching.CatchUp();
        Assert.Empty(screen.Names);
    }

    [Fact]
    public void A_guest_who_is_admitted_sees_the_whole_room()
    {
        meeting.Does(host, new LockRoom(true));
        var late = meeting.Joins("Gil", Role.Guest);
        var screen = onlookers.Opens(late);
        Hear(() => meeting.Does(host, new Admit { Subject = late }));
        Assert.Equal(4, screen.Roster.Count);
        Assert.Contains($"{late}", onlookers[guest].Roster);
    }

    [Fact]
    public void The_sender_does_not_hear_its_own_words()
    {
        Hear(() => meeting.Does(guest, new SendMessage("text/plain", "Hello")));
        Assert.Empty(onlookers[guest].Names);
        Assert.Equal(["message_received"], onlookers[host].Names);
    }

    [Fact]
    public void A_direct_message_is_heard_by_one()
    {
        Hear(() => meeting.Does(guest, new SendMessage("text/plain", "Psst") { Subject = host }));
        Assert.Contains("\"direct\":true", Assert.Single(onlookers[host].Heard).Data, StringComparison.Ordinal);
        Assert.Empty(onlookers[overseer].Names);
    }

    [Fact]
    public void Guests_hide_from_each_other_where_they_are_not_to_be_seen()
    {
        meeting.Joins("Gil", Role.Guest);
        Hear(() => meeting.Does(host, new LetGuestsSee(GuestSight.Never)));
        Assert.Equal(3, onlookers[guest].Roster.Count);
        Assert.Equal(4, onlookers[host].Roster.Count);
    }

    [Fact]
    public void A_host_who_is_called_and_answers_hides_guests_who_see_each_other_only_without_one()
    {
        var called = meeting.NextId();
        meeting.Joins("Gil", Role.Guest);
        meeting.Does(host, new LetGuestsSee(GuestSight.NoHosts));
        meeting.Does(host, new Dial(called, new DialWish("demo:x", Role.Host)));
        meeting.Leaves(host);
        meeting.Leaves(overseer);
        onlookers.CatchUp();
        Assert.Equal(3, onlookers[guest].Roster.Count);
        Hear(() => meeting.LineDoes(new Answer { Subject = called }));
        Assert.Equal(2, onlookers[guest].Roster.Count);
    }

    [Fact]
    public void An_overseer_hears_of_a_breakout_wrapped_and_others_do_not()
    {
        Hear(() => meeting.Does(overseer, new OpenBreakout(room, new BreakoutPlan("A"))));
        Assert.Equal("breakout_begin", onlookers[overseer].Names.First());
        Assert.Empty(onlookers[host].Names);
        Assert.Empty(onlookers[guest].Names);
    }

    [Fact]
    public void An_overseer_who_is_a_guest_from_now_on_sees_no_breakouts()
    {
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A")));
        Hear(() => meeting.Does(host, new ChangeRole(Role.Guest) { Subject = overseer }));
        Assert.Empty(onlookers[overseer].Breakouts);
        Assert.Contains("breakout_end", onlookers[overseer].Names);
    }

    [Fact]
    public void An_overseer_inside_a_breakout_sees_itself_there_as_it_is()
    {
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = [overseer] }));
        Hear(() => meeting.Does(overseer, new Mute(true) { Subject = overseer }));
        onlookers.SeeWhatIsThere();
        Assert.Equal(["participant_update", "breakout_event"], onlookers[overseer].Names);
    }

    [Fact]
    public void A_guest_who_is_moved_is_sent_a_ticket_and_the_rest_see_it_go()
    {
        Hear(() => meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = [guest] })));
        Assert.Contains(onlookers[guest].Heard, heard => heard.Name is "refer" && heard.Data.Contains($"{guest}@{room}", StringComparison.Ordinal));
        Assert.DoesNotContain($"{guest}", onlookers[host].Roster);
        Assert.Contains($"{guest}", onlookers[overseer].Breakouts[$"{room}"].Roster);
    }

    [Fact]
    public void What_a_guest_is_told_says_nothing_of_where_others_come_from()
    {
        meeting.Comes(meeting.Newcomer("Gil", Role.Guest) with { Uri = "sip:gil@example.org", Vendor = "Browser 1.2" });
        onlookers.CatchUp();
        Assert.DoesNotContain("example.org", onlookers[guest].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Browser 1.2", onlookers[guest].ToString(), StringComparison.Ordinal);
        Assert.Contains("example.org", onlookers[host].ToString(), StringComparison.Ordinal);
    }

    private void Hear(Action happening)
    {
        onlookers.CatchUp();
        foreach (var id in onlookers.Watching) onlookers[id].Forget();
        happening();
        onlookers.CatchUp();
    }
}
