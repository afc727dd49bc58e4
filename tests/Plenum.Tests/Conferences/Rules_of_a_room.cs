using Microsoft.AspNetCore.Http;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

public sealed class Rules_of_a_room
{
    public static readonly TheoryData<string, Command, Func<Room, object?>, object?> Hosts = new()
    {
        { "lock", new LockRoom(true), room => room.Locked, true },
        { "mute", new MuteGuests(true), room => room.GuestsMuted, true },
        { "unmute", new LetGuestsUnmute(true), room => room.GuestsCanUnmute, true },
        { "present", new LetGuestsPresent(false), room => room.GuestsCanPresent, false },
        { "sight", new LetGuestsSee(GuestSight.Never), room => room.GuestsSee, GuestSight.Never },
        { "chat", new EnableChat(false), room => room.ChatEnabled, false },
        { "text", new SetMessageText("Welcome"), room => room.MessageText.Text, "Welcome" },
        { "level", new Classify(2), room => room.Classification, 2 },
        { "pins", new Pin("hosts_first"), room => room.Pinning, "hosts_first" },
        { "clock", new SetClock(new Clock("elapsed", 1, "", "", "")), room => room.Clock.Type, "elapsed" },
    };

    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Rules_of_a_room() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public void A_host_sets_them(string what, Command command, Func<Room, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        meeting.Does(host, command);
        Assert.Equal(then, of(meeting.Main));
        Assert.Empty(meeting.Does(host, command));
    }

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public void An_administrator_sets_them(string what, Command command, Func<Room, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        meeting.AdministratorDoes(command);
        Assert.Equal(then, of(meeting.Main));
    }

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public void A_guest_sets_none_of_them(string what, Command command, Func<Room, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, command));
        Assert.NotEqual(then, of(meeting.Main));
    }

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public void Nobody_sets_them_in_a_test_call(string what, Command command, Func<Room, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        var test = new Gathering(new ConferenceTerms { Kind = ConferenceKind.TestCall });
        Assert.Equal(Refusal.InvalidRole, test.IsRefused(test.Joins("Ann"), command));
        Assert.NotEqual(then, of(test.Main));
    }

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public void There_are_none_of_a_room_that_is_not_there(string what, Command command, Func<Room, object?> of, object? then)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Refusal.NoSuchRoom, meeting.IsRefused(host, command with { Room = RoomId.New() }));
        Assert.NotEqual(then, of(meeting.Main));
    }

    [Fact]
    public void A_text_remembers_since_when_it_stands_there()
    {
        meeting.Does(host, new SetMessageText("Welcome"));
        Assert.Equal(meeting.Now, meeting.Main.MessageText.SetAt);
    }

    [Fact]
    public void An_empty_text_takes_it_away()
    {
        meeting.Does(host, new SetMessageText("Welcome"));
        meeting.Does(host, new SetMessageText(""));
        Assert.Equal(MessageText.None, meeting.Main.MessageText);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_level_that_is_not_there_is_refused(int level) =>
        Assert.Equal(StatusCodes.Status400BadRequest, meeting.IsRefused(host, new Classify(level)).Status);

    [Fact]
    public void An_arrangement_that_nobody_knows_is_refused() =>
        Assert.Equal(StatusCodes.Status400BadRequest, meeting.IsRefused(host, new Pin("upside_down")).Status);

    [Fact]
    public void In_a_test_call_one_still_mutes_oneself()
    {
        var test = new Gathering(new ConferenceTerms { Kind = ConferenceKind.TestCall });
        var ann = test.Joins("Ann");
        test.Does(ann, new Mute(true) { Subject = ann });
        Assert.True(test[ann].Muted);
    }

    [Fact]
    public void In_a_test_call_nobody_sends_others_away()
    {
        var test = new Gathering(new ConferenceTerms { Kind = ConferenceKind.TestCall });
        var (ann, bob) = (test.Joins("Ann"), test.Joins("Bob"));
        Assert.Equal(Refusal.InvalidRole, test.IsRefused(ann, new DisconnectParticipant { Subject = bob }));
    }
}
