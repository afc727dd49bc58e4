using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Hands_and_spotlights
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Hands_and_spotlights() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void A_hand_remembers_when_it_went_up()
    {
        meeting.Does(guest, new RaiseHand(true) { Subject = guest });
        Assert.Equal(meeting.Now, meeting[guest].HandRaisedAt);
    }

    [Fact]
    public void A_hand_that_is_up_keeps_its_time()
    {
        meeting.Does(guest, new RaiseHand(true) { Subject = guest });
        meeting.Passes(TimeSpan.FromSeconds(5));
        Assert.Empty(meeting.Does(guest, new RaiseHand(true) { Subject = guest }));
    }

    [Fact]
    public void A_host_lowers_a_hand()
    {
        meeting.Does(guest, new RaiseHand(true) { Subject = guest });
        meeting.Does(host, new RaiseHand(false) { Subject = guest });
        Assert.Null(meeting[guest].HandRaisedAt);
    }

    [Fact]
    public void A_guest_raises_nobody_elses_hand() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new RaiseHand(true) { Subject = host }));

    [Fact]
    public void A_host_lowers_all_hands()
    {
        meeting.Does(guest, new RaiseHand(true) { Subject = guest });
        meeting.Does(host, new RaiseHand(true) { Subject = host });
        Assert.Equal(2, meeting.Does(host, new LowerAllHands()).Count);
        Assert.All(meeting.Conference.Participants.Values, p => Assert.Null(p.HandRaisedAt));
    }

    [Fact]
    public void Hands_of_those_who_wait_are_lowered_too()
    {
        meeting.Does(host, new LockRoom(true));
        var late = meeting.Joins("Gil", Role.Guest);
        meeting.Does(late, new RaiseHand(true) { Subject = late });
        meeting.Does(host, new LowerAllHands());
        Assert.Null(meeting[late].HandRaisedAt);
    }

    [Fact]
    public void A_guest_lowers_no_hands_of_others() => Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new LowerAllHands()));

    [Fact]
    public void Spotlights_stand_in_the_order_in_which_they_were_lit()
    {
        meeting.Does(host, new Spotlight(true) { Subject = guest });
        meeting.Does(host, new Spotlight(true) { Subject = host });
        Assert.True(meeting[guest].SpotlitAt < meeting[host].SpotlitAt);
    }

    [Fact]
    public void A_spotlight_that_is_lit_again_goes_to_the_end()
    {
        meeting.Does(host, new Spotlight(true) { Subject = guest });
        meeting.Does(host, new Spotlight(true) { Subject = host });
        meeting.Does(host, new Spotlight(false) { Subject = guest });
        meeting.Does(host, new Spotlight(true) { Subject = guest });
        Assert.True(meeting[guest].SpotlitAt > meeting[host].SpotlitAt);
    }

    [Fact]
    public void A_spotlight_that_is_on_stays_where_it_is()
    {
        meeting.Does(host, new Spotlight(true) { Subject = guest });
        Assert.Empty(meeting.Does(host, new Spotlight(true) { Subject = guest }));
    }

    [Fact]
    public void All_spotlights_go_out_at_once()
    {
        meeting.Does(host, new Spotlight(true) { Subject = guest });
        meeting.Does(host, new Spotlight(true) { Subject = host });
        meeting.Does(host, new ClearSpotlights());
        Assert.All(meeting.Conference.Participants.Values, p => Assert.Null(p.SpotlitAt));
    }

    [Fact]
    public void A_guest_lights_no_spotlight() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Spotlight(true) { Subject = guest }));
}
