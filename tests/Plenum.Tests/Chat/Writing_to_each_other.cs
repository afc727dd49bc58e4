using Microsoft.AspNetCore.Http;
using Plenum.Server.Breakouts;
using Plenum.Server.Chat;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Tests.Conferences;

namespace Plenum.Tests.Chat;

public sealed class Writing_to_each_other
{
    private static readonly SendMessage Hello = new("text/plain", "Hello");
    private readonly Gathering meeting = Gathering.WithHostPin();
    private readonly ParticipantId host;
    private readonly ParticipantId guest;

    public Writing_to_each_other() => (host, guest) = (meeting.Joins("Hana"), meeting.Joins("Gus", Role.Guest));

    [Fact]
    public void A_guest_writes_to_everybody() =>
        Assert.Equal([new MessageSent(RoomId.Main, guest, null, "text/plain")], meeting.Does(guest, Hello));

    [Fact]
    public void Words_are_beside_the_log_and_never_in_it()
    {
        meeting.Does(guest, new SendMessage("text/plain", "zebra"));
        Assert.Equal("zebra", meeting.Log[^1].Text);
        Assert.DoesNotContain("zebra", meeting.Log[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_direct_message_names_who_gets_it() =>
        Assert.Equal([new MessageSent(RoomId.Main, guest, host, "text/plain")], meeting.Does(guest, Hello with { Subject = host }));

    [Fact]
    public void Nobody_speaks_where_chat_is_off()
    {
        meeting.Does(host, new EnableChat(false));
        Assert.Equal(Refusal.ChatDisabled, meeting.IsRefused(guest, Hello));
        Assert.Equal(Refusal.ChatDisabled, meeting.IsRefused(guest, Hello with { Subject = host }));
    }

    [Fact]
    public void Plugins_still_talk_where_chat_is_off()
    {
        meeting.Does(host, new EnableChat(false));
        Assert.Single(meeting.Does(guest, new SendMessage("application/json", "{}")));
    }

    [Fact]
    public void Chat_comes_back_on()
    {
        meeting.Does(host, new EnableChat(false));
        meeting.Does(host, new EnableChat(true));
        Assert.Single(meeting.Does(guest, Hello));
    }

    [Fact]
    public void A_guest_turns_chat_neither_on_nor_off() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new EnableChat(false)));

    [Fact]
    public void A_conference_may_begin_without_chat()
    {
        var silent = new Gathering(new ConferenceTerms { ChatEnabled = false });
        Assert.Equal(Refusal.ChatDisabled, silent.IsRefused(silent.Joins("Ann"), Hello));
    }

    [Fact]
    public void A_message_that_is_too_long_is_refused() => Assert.Equal(
        StatusCodes.Status400BadRequest,
        meeting.IsRefused(guest, new SendMessage("text/plain", new string('x', SendMessage.LongestText + 1))).Status);

    [Fact]
    public void The_longest_message_passes() =>
        Assert.Single(meeting.Does(guest, new SendMessage("text/plain", new string('x', SendMessage.LongestText))));

    [Fact]
    public void A_guest_cannot_speak_into_another_room()
    {
        var room = Breakout();
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, Hello with { Room = room }));
    }

    [Fact]
    public void A_host_speaks_into_any_room()
    {
        var room = Breakout();
        Assert.Equal([new MessageSent(room, host, null, "text/plain")], meeting.Does(host, Hello with { Room = room }));
    }

    [Fact]
    public void A_host_speaks_to_every_breakout_at_once()
    {
        RoomId[] rooms = [Breakout(), Breakout()];
        Assert.Equal(rooms.Order(), meeting.Does(host, new MessageBreakouts("text/plain", "Back please"))
            .OfType<MessageSent>().Select(sent => sent.Room).Order());
    }

    [Fact]
    public void A_guest_does_not_speak_to_every_breakout() =>
        Assert.Equal(Refusal.InvalidRole, meeting.IsRefused(guest, new MessageBreakouts("text/plain", "Hi")));

    [Fact]
    public void Who_is_no_participant_speaks_under_their_own_name() => Assert.Equal(
        "admin",
        Assert.IsType<MessageSent>(Assert.Single(Assert.IsType<Decision.Accepted>(meeting.Decide(Hello, Actor.OfAdministrator("admin"))).Events)).Origin);

    [Fact]
    public void The_clock_has_no_voice() => Assert.IsType<Decision.Refuse>(meeting.Decide(Hello, Actor.Clock));

    private RoomId Breakout()
    {
        var room = meeting.NextRoom();
        meeting.Does(host, new OpenBreakout(room, new BreakoutPlan("A")));
        return room;
    }
}
