using Plenum.Server.Breakouts;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Coming_by_ticket
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly Newcomer sent;

    public Coming_by_ticket()
    {
        host = meeting.Joins("Hana");
        sent = meeting.Newcomer("Gus", Role.Guest) with { VouchedFor = true };
    }

    [Fact]
    public void It_leads_into_a_locked_conference()
    {
        meeting.Does(host, new LockRoom(true));
        meeting.Comes(sent);
        Assert.True(meeting[sent.Id].In);
    }

    [Fact]
    public void It_works_once()
    {
        meeting.Does(sent.Id, new Join(sent) { Ticket = "one" });
        meeting.Leaves(sent.Id);
        Assert.Equal(Refusal.InvalidToken, meeting.IsRefused(sent.Id, new Join(sent) { Ticket = "one" }));
    }

    [Fact]
    public void Who_gives_the_old_token_back_first_as_official_clients_do_still_gets_to_the_breakout()
    {
        var guest = meeting.Joins("Gil", Role.Guest);
        var room = meeting.NextRoom();
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = [guest] }));
        meeting.Leaves(guest);
        meeting.Does(guest, new Join(new Newcomer(guest, "Gil", Role.Guest) { VouchedFor = true, Room = room }) { Ticket = "move" });
        Assert.Equal(room, meeting[guest].Room);
    }

    [Fact]
    public void It_leads_nobody_back_in_who_was_sent_away()
    {
        meeting.Comes(sent);
        meeting.Does(host, new DisconnectParticipant { Subject = sent.Id });
        Assert.Equal(Refusal.InvalidToken, meeting.IsRefused(sent.Id, new Join(sent)));
    }

    [Fact]
    public void It_leads_nobody_into_the_next_meeting()
    {
        meeting.Comes(sent);
        meeting.Does(host, new DisconnectAll());
        meeting.Joins("Hana");
        Assert.Equal(Refusal.InvalidToken, meeting.IsRefused(sent.Id, new Join(sent)));
    }

    [Fact]
    public void The_way_to_a_breakout_is_no_way_back_in()
    {
        var guest = meeting.Joins("Gil", Role.Guest);
        var room = meeting.NextRoom();
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A") { People = [guest] }));
        meeting.Does(host, new DisconnectParticipant { Subject = guest });
        var again = new Newcomer(guest, "Gil", Role.Guest) { VouchedFor = true, Room = room };
        Assert.Equal(Refusal.InvalidToken, meeting.IsRefused(guest, new Join(again)));
    }

    [Fact]
    public void It_leads_straight_into_a_breakout()
    {
        var room = meeting.NextRoom();
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A")));
        meeting.Comes(sent with { Room = room });
        Assert.Equal(room, meeting[sent.Id].Room);
    }

    [Fact]
    public void Who_was_removed_is_forgotten_once_the_ticket_is_too_old_to_be_good()
    {
        meeting.Comes(sent);
        meeting.Does(host, new DisconnectParticipant { Subject = sent.Id });
        meeting.Passes(Ticket.Lifetime + TimeSpan.FromSeconds(1));
        var next = meeting.Newcomer("Gil", Role.Guest) with { VouchedFor = true };
        meeting.Comes(next);
        meeting.Does(host, new DisconnectParticipant { Subject = next.Id });
        Assert.Equal([next.Id], meeting.Conference.Tickets.Removed.Keys);
    }

    [Fact]
    public void Who_came_without_one_or_left_by_itself_is_not_remembered()
    {
        meeting.Leaves(meeting.Joins("Gil", Role.Guest));
        meeting.Comes(sent);
        meeting.Leaves(sent.Id);
        Assert.Empty(meeting.Conference.Tickets.Removed);
    }

    [Fact]
    public void A_transfer_concerns_one_participant_and_changes_nothing_here()
    {
        var guest = meeting.Joins("Gil", Role.Guest);
        var to = new Destination(ConferenceId.New(), "elsewhere", Role.Guest, ParticipantId.New());
        var before = meeting.Conference.Participants;
        Assert.Equal([new TransferOffered(guest, to)], meeting.Does(host, new Transfer(to) { Subject = guest }));
        Assert.Equal(before, meeting.Conference.Participants);
    }

    [Fact]
    public void A_guest_transfers_nobody()
    {
        var guest = meeting.Joins("Gil", Role.Guest);
        var to = new Destination(ConferenceId.New(), "elsewhere", Role.Guest, ParticipantId.New());
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Transfer(to) { Subject = guest }));
    }
}
