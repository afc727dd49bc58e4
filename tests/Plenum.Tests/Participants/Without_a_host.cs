using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Without_a_host
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Without_a_host() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void Guests_stay_for_a_minute_and_no_longer()
    {
        meeting.Leaves(host);
        meeting.Passes(TimeSpan.FromSeconds(59));
        Assert.True(meeting.Has(guest));
        Assert.Contains(new ParticipantLeft(guest, Reasons.HostsGone), meeting.Passes(TimeSpan.FromSeconds(1)));
        Assert.False(meeting.Running);
    }

    [Fact]
    public void A_host_who_comes_back_stops_the_time()
    {
        meeting.Leaves(host);
        meeting.Passes(TimeSpan.FromSeconds(30));
        meeting.Joins("Hana");
        Assert.Null(meeting.Meeting!.HostsGoneAt);
        Assert.Empty(meeting.Passes(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void The_time_runs_anew_each_time_the_last_host_goes()
    {
        meeting.Leaves(host);
        meeting.Passes(TimeSpan.FromSeconds(50));
        var again = meeting.Joins("Hana");
        meeting.Leaves(again);
        meeting.Passes(TimeSpan.FromSeconds(50));
        Assert.True(meeting.Has(guest));
    }

    [Fact]
    public void One_of_two_hosts_may_go()
    {
        meeting.Joins("Hugo");
        meeting.Leaves(host);
        Assert.Null(meeting.Meeting!.HostsGoneAt);
    }

    [Fact]
    public void A_guest_who_is_made_a_host_stops_the_time()
    {
        meeting.Leaves(host);
        meeting.AdministratorDoes(new ChangeRole(Role.Host) { Subject = guest });
        Assert.Null(meeting.Meeting!.HostsGoneAt);
    }

    [Fact]
    public void The_last_host_who_becomes_a_guest_starts_the_time()
    {
        meeting.Does(host, new ChangeRole(Role.Guest) { Subject = host });
        Assert.Equal(meeting.Now, meeting.Meeting!.HostsGoneAt);
    }

    [Fact]
    public void Nobody_is_needed_where_there_is_no_PIN()
    {
        var open = Gathering.Open();
        var ann = open.Joins("Ann");
        open.Does(ann, new ChangeRole(Role.Guest) { Subject = ann });
        Assert.Empty(open.Passes(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void The_end_of_the_minute_is_known_beforehand()
    {
        meeting.Leaves(host);
        Assert.Equal(meeting.Now + TimeSpan.FromSeconds(60), PassTime.NextDue(meeting.Conference, meeting.Terms));
    }

    [Fact]
    public void A_conference_may_be_given_another_grace()
    {
        meeting.Terms = meeting.Terms with { GraceWithoutHost = TimeSpan.FromSeconds(5) };
        meeting.Leaves(host);
        meeting.Passes(TimeSpan.FromSeconds(5));
        Assert.False(meeting.Running);
    }

    [Fact]
    public void A_guest_who_was_let_in_before_any_host_is_under_no_limit()
    {
        var early = Gathering.WithHostPin();
        var first = early.Joins("Gus", Role.Guest);
        early.AdministratorDoes(new Admit { Subject = first });
        Assert.Empty(early.Passes(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Starting_it_from_outside_lets_the_guests_in_and_runs_the_time()
    {
        var early = Gathering.WithHostPin();
        var (first, second) = (early.Joins("Gus", Role.Guest), early.Joins("Gil", Role.Guest));
        early.AdministratorDoes(new Admit { Subject = first });
        early.AdministratorDoes(new StartMeeting());
        Assert.True(early[second].In);
        Assert.Equal(early.Now, early.Meeting!.HostsGoneAt);
    }

    [Fact]
    public void Starting_what_has_started_changes_nothing() => Assert.Empty(meeting.Does(host, new StartMeeting()));

    [Fact]
    public void Starting_where_nobody_is_changes_nothing() => Assert.Empty(Gathering.WithHostPin().AdministratorDoes(new StartMeeting()));
}
