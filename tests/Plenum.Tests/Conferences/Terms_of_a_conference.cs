using System.Text.Json;
using Plenum.Server.Calls;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

public sealed class Terms_of_a_conference
{
    [Fact]
    public void In_an_auditorium_guests_listen()
    {
        var meeting = new Gathering(new ConferenceTerms { HasHostPin = true }.Becoming(ConferenceKind.Auditorium));
        var (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));
        Assert.True(meeting[guest].Muted);
        Assert.False(meeting[host].Muted);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new Mute(false) { Subject = guest }));
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new TakeFloor { Subject = guest }));
        Assert.NotEmpty(meeting.Does(host, new TakeFloor { Subject = host }));
        Assert.NotEmpty(meeting.Does(host, new Mute(false) { Subject = guest }));
    }

    [Fact]
    public void An_auditorium_may_let_its_guests_speak_and_present()
    {
        var terms = new ConferenceTerms { HasHostPin = true }.Becoming(ConferenceKind.Auditorium);
        var meeting = new Gathering(terms with { MuteGuestsOnJoin = false, GuestsCanPresent = true });
        meeting.Joins("Hana");
        var guest = meeting.Joins("Gus", Role.Guest);
        Assert.False(meeting[guest].Muted);
        Assert.NotEmpty(meeting.Does(guest, new TakeFloor { Subject = guest }));
    }

    [Fact]
    public void An_auditorium_that_becomes_a_room_takes_its_rules_with_it_and_one_that_stays_keeps_what_was_chosen()
    {
        var usual = new ConferenceTerms { HasHostPin = true };
        Assert.Equal(usual, usual.Becoming(ConferenceKind.Auditorium).Becoming(ConferenceKind.Room) with { ClassificationLevels = usual.ClassificationLevels });
        var chosen = usual.Becoming(ConferenceKind.Auditorium) with { GuestsCanPresent = true };
        Assert.Equal(chosen, chosen.Becoming(ConferenceKind.Auditorium));
    }

    [Fact]
    public void Guests_who_may_start_come_in_and_stay_without_a_host()
    {
        var meeting = new Gathering(new ConferenceTerms { HasHostPin = true, GuestsMayStart = true });
        var guest = meeting.Joins("Gus", Role.Guest);
        Assert.True(meeting[guest].In);
        var host = meeting.Joins("Hana");
        meeting.Leaves(host);
        meeting.Passes(TimeSpan.FromHours(2));
        Assert.True(meeting.Has(guest));
    }

    [Fact]
    public void A_lock_that_holds_hosts_holds_whoever_has_the_host_PIN()
    {
        var meeting = new Gathering(new ConferenceTerms { HasHostPin = true, LockHoldsHosts = true });
        var host = meeting.Joins("Hana");
        meeting.Does(host, new LockRoom(true));
        var late = meeting.Joins("Herbert");
        Assert.True(meeting[late].Waiting);
        meeting.Does(host, new Admit { Subject = late });
        Assert.True(meeting[late].In);
    }

    [Fact]
    public void What_was_stored_before_there_were_such_terms_means_what_it_meant()
    {
        var old = JsonSerializer.Deserialize("""{"terms":{"kind":"Auditorium","allowGuests":true,"guestsCanPresent":true,"guestsNeedHost":true},"hostPinSeal":"x"}""", ListingJson.Default.ListingSettings)!;
        var terms = new Listing(ConferenceId.New(), "Old", ["old"], old).Terms;
        Assert.True(terms is { GuestsNeedHost: true, LockHoldsHosts: false, GuestsCanPresent: true, MuteGuestsOnJoin: false });
    }
}
