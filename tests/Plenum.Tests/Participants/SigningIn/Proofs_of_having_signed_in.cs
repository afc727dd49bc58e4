using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants;
using Plenum.Server.Participants.SigningIn;
using Plenum.Server.Participants.Tokens;
using Plenum.Tests.Conferences;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants.SigningIn;

public sealed class Proofs_of_having_signed_in
{
    private static readonly SignedIn Grace = SignedIn.Of("grace@example.org", "Grace", "x")!;
    private readonly ManualClock _clock = new();
    private readonly SignInSeals _seals;

    public Proofs_of_having_signed_in() => _seals = new SignInSeals(new ServerKey(new byte[32]), _clock);

    [Fact]
    public void Are_good_for_five_minutes()
    {
        var proof = _seals.Proof(_seals.Prove(ConferenceId.New(), Grace))!;
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(_seals.Over(proof.Until));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(_seals.Over(proof.Until));
    }

    [Fact]
    public void Tell_nobody_who_it_is() => Assert.Multiple(
        () => Assert.NotEqual(_seals.Prove(ConferenceId.New(), Grace), _seals.Prove(ConferenceId.New(), Grace)),
        () => Assert.Null(new SignInSeals(new ServerKey([1, .. new byte[31]]), _clock).Proof(_seals.Prove(ConferenceId.New(), Grace))),
        () => Assert.Equal(Grace, _seals.Proof(_seals.Prove(ConferenceId.New(), Grace))!.Who));

    [Fact]
    public void Are_forgotten_no_earlier_than_they_end() => Assert.True(SignInSeals.Lifetime < Ticket.Lifetime);

    [Fact]
    public void Seat_one_person_and_spare_nobody_the_wait()
    {
        var meeting = Gathering.WithHostPin();
        var first = meeting.Newcomer("Grace", Role.Guest) with { Account = Grace.Account };
        meeting.Does(first.Id, new Join(first) { Ticket = "sign-in:1" });
        var second = meeting.Newcomer("Grace", Role.Guest) with { Account = Grace.Account };

        Assert.True(meeting[first.Id].Waiting);
        Assert.Equal(SignInRefusals.Used, meeting.IsRefused(second.Id, new Join(second) { Ticket = "sign-in:1" }));
    }

    [Fact]
    public void Leave_no_mark_in_the_log_where_nobody_signed_in()
    {
        var somebody = new Participant(ParticipantId.New(), "Ada", Role.Guest, RoomId.Main, _clock.GetUtcNow());
        string Written(Participant participant) => EventRecord.Write(new ParticipantJoined(participant, null), 1, _clock.GetUtcNow(), Actor.Of(participant.Id), null).Body;
        Assert.DoesNotContain("account", Written(somebody), StringComparison.Ordinal);
        var signedIn = EventRecord.Read(new(1, _clock.GetUtcNow(), nameof(ParticipantJoined), Written(somebody with { Account = "a@b" }), "", null));
        Assert.Equal("a@b", ((ParticipantJoined)signedIn).Participant.Account);
    }

    /// <summary>A provider that was taken out of the configuration opens no door.</summary>
    [Theory]
    [InlineData(null, "SSO sign-in is asked for here and not set up on this server: ask whoever runs it")]
    [InlineData("X-Remote-User", "SSO sign-in is asked for here: come in through your organisation's own address")]
    public void Are_asked_for_even_where_nobody_can_give_one(string? header, string said)
    {
        var settings = new ServerSettings { SignIn = new() { Header = new() { Name = header, From = ["10.0.0.1"] } } };
        var desk = new SignInDesk(settings, new HeaderSignIn(settings, NullLogger<HeaderSignIn>.Instance), new ReturnTargets(settings), _seals);
        var listing = new Listing(ConferenceId.New(), "x", ["x"], new ListingSettings(new ConferenceTerms { SignIn = true }));
        var stranger = new DefaultHttpContext { Request = { Headers = { ["X-Remote-User"] = "mallory" } } };
        Assert.Equal(said, Assert.IsType<Recognition.No>(desk.Of(stranger, listing, Body.Empty)).Refusal.Text);
    }

    [Theory]
    [InlineData("https://id.example.org/realms/staff", "https://id.example.org/realms/staff/", true)]
    [InlineData("https://id.example.org/realms/staff", "https://id.example.org/realms/guests", false)]
    public void Name_the_provider_by_its_address(string one, string other, bool same) =>
        Assert.Equal(same, ProviderId.Of(new OrganisationSettings { Authority = one }) == ProviderId.Of(new OrganisationSettings { Authority = other }));

    [Theory]
    [InlineData(" \u202e ", "Grace", null)]
    [InlineData("grace@example.org", " \u0007 ", "grace@example.org")]
    [InlineData("grace@example.org", " Grace\nHopper ", "GraceHopper")]
    public void Say_a_name_that_can_be_shown(string account, string name, string? shown) => Assert.Equal(shown, SignedIn.Of(account, name, null)?.Name);
}
