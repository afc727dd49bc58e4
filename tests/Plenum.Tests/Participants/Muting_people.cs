using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Participants;

public sealed class Muting_people
{
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Muting_people() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void A_guest_mutes_and_unmutes_itself()
    {
        Mutes(guest, guest, true);
        Assert.True(meeting[guest].Muted);
        Mutes(guest, guest, false);
        Assert.False(meeting[guest].Muted);
    }

    [Fact]
    public void A_host_mutes_a_guest_for_as_long_as_the_host_likes()
    {
        Mutes(host, guest, true);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Mute(false) { Subject = guest }));
        Mutes(host, guest, false);
        Assert.False(meeting[guest].Muted);
    }

    [Fact]
    public void A_guest_who_was_silent_already_is_silenced_by_a_host_all_the_same()
    {
        Mutes(guest, guest, true);
        Mutes(host, guest, true);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Mute(false) { Subject = guest }));
    }

    [Fact]
    public void A_guest_who_was_silent_already_is_silenced_with_all_the_others()
    {
        Mutes(guest, guest, true);
        meeting.Does(host, new MuteGuests(true));
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Mute(false) { Subject = guest }));
    }

    [Fact]
    public void A_guest_cannot_make_a_hosts_silence_its_own()
    {
        Mutes(host, guest, true);
        Mutes(guest, guest, true);
        Assert.True(meeting[guest].MutedByHost);
    }

    [Fact]
    public void Guests_unmute_themselves_where_hosts_allow_it()
    {
        Mutes(host, guest, true);
        meeting.Does(host, new LetGuestsUnmute(true));
        Mutes(guest, guest, false);
        Assert.False(meeting[guest].Muted);
    }

    [Fact]
    public void A_guest_mutes_nobody_else() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Mute(true) { Subject = host }));

    [Fact]
    public void A_host_who_was_muted_by_another_unmutes_itself()
    {
        var other = meeting.Joins("Hugo");
        Mutes(other, host, true);
        Mutes(host, host, false);
        Assert.False(meeting[host].Muted);
    }

    [Fact]
    public void An_administrator_counts_as_a_host()
    {
        meeting.AdministratorDoes(new Mute(true) { Subject = guest });
        Assert.True(meeting[guest].MutedByHost);
    }

    [Fact]
    public void Muting_twice_changes_nothing()
    {
        Mutes(host, guest, true);
        Assert.Empty(meeting.Does(host, new Mute(true) { Subject = guest }));
    }

    [Fact]
    public void Muting_all_guests_leaves_hosts_alone()
    {
        meeting.Does(host, new MuteGuests(true));
        Assert.Equal((true, false), (meeting[guest].Muted, meeting[host].Muted));
    }

    [Fact]
    public void Guests_who_come_while_guests_are_muted_are_muted()
    {
        meeting.Does(host, new MuteGuests(true));
        Assert.True(meeting[meeting.Joins("Gil", Role.Guest)].MutedByHost);
    }

    [Fact]
    public void Unmuting_all_guests_unmutes_them_whoever_muted_them()
    {
        meeting.Does(host, new MuteGuests(true));
        meeting.Does(host, new MuteGuests(false));
        Assert.False(meeting[guest].Muted);
        Assert.False(meeting[meeting.Joins("Gil", Role.Guest)].Muted);
    }

    [Fact]
    public void A_guest_mutes_no_guests() => Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new MuteGuests(true)));

    [Fact]
    public void A_guest_does_not_allow_guests_to_unmute() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new LetGuestsUnmute(true)));

    [Fact]
    public void What_a_client_says_of_its_microphone_is_its_own_affair()
    {
        meeting.Does(guest, new ClientMute(true) { Subject = guest });
        Assert.Equal((true, false), (meeting[guest].ClientMuted, meeting[guest].Muted));
    }

    [Fact]
    public void A_camera_goes_off_and_on()
    {
        meeting.Does(guest, new MuteVideo(true) { Subject = guest });
        Assert.True(meeting[guest].VideoMuted);
        meeting.Does(host, new MuteVideo(false) { Subject = guest });
        Assert.False(meeting[guest].VideoMuted);
    }

    private void Mutes(ParticipantId who, ParticipantId whom, bool on) => meeting.Does(who, new Mute(on) { Subject = whom });
}
