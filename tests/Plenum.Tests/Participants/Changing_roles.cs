using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Changing_roles
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Changing_roles() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void A_host_makes_a_guest_a_host()
    {
        meeting.Does(host, new ChangeRole(Role.Host) { Subject = guest });
        meeting.Does(guest, new LockRoom(true));
        Assert.True(meeting.Main.Locked);
    }

    [Fact]
    public void A_guest_makes_nobody_a_host() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new ChangeRole(Role.Host) { Subject = guest }));

    [Fact]
    public void Who_is_a_guest_from_now_on_has_a_guests_rights()
    {
        var other = meeting.Joins("Hugo");
        meeting.Does(host, new ChangeRole(Role.Guest) { Subject = other });
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(other, new LockRoom(true)));
    }

    [Fact]
    public void A_guest_who_was_let_in_first_and_is_made_a_host_lets_in_those_who_wait()
    {
        var early = Gathering.WithHostPin();
        var (first, second) = (early.Joins("Gus", Role.Guest), early.Joins("Gil", Role.Guest));
        early.AdministratorDoes(new Admit { Subject = first });
        early.AdministratorDoes(new ChangeRole(Role.Host) { Subject = first });
        Assert.True(early[second].In);
        Assert.True(early.Main.Started);
    }

    [Fact]
    public void A_guest_who_waits_and_is_made_a_host_lets_in_the_others()
    {
        var early = Gathering.WithHostPin();
        var (first, second) = (early.Joins("Gus", Role.Guest), early.Joins("Gil", Role.Guest));
        early.AdministratorDoes(new ChangeRole(Role.Host) { Subject = first });
        Assert.True(early[first].In && early[second].In);
    }

    [Fact]
    public void A_presenter_who_becomes_a_guest_stops_where_guests_may_not_present()
    {
        var other = meeting.Joins("Hugo");
        meeting.Does(host, new LetGuestsPresent(false));
        meeting.Does(other, new TakeFloor { Subject = other });
        meeting.Does(host, new ChangeRole(Role.Guest) { Subject = other });
        Assert.Null(meeting.Main.Presenter);
    }

    [Fact]
    public void Being_what_one_is_changes_nothing() =>
        Assert.Empty(meeting.Does(host, new ChangeRole(Role.Host) { Subject = host }));

    [Fact]
    public void A_host_writes_the_text_under_a_picture()
    {
        meeting.Does(host, new SetOverlayText("Speaker") { Subject = guest });
        Assert.Equal("Speaker", meeting[guest].OverlayText);
    }

    [Fact]
    public void A_guest_writes_no_text_under_pictures() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new SetOverlayText("Boss") { Subject = guest }));

    [Fact]
    public void Nobody_can_be_spoken_of_who_is_not_there() => Assert.Equal(
        Refusal.NoSuchParticipant, meeting.IsRefused(host, new SetOverlayText("Ghost") { Subject = ParticipantId.New() }));
}
