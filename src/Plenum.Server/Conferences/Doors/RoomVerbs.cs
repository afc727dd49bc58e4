using Plenum.Server.Breakouts;
using Plenum.Server.Chat;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>What may be asked of a conference, and in the same words of a breakout.</summary>
internal static class RoomVerbs
{
    public static readonly IReadOnlyList<Verb> Both =
    [
        new("lock", _ => new LockRoom(true)),
        new("unlock", _ => new LockRoom(false)),
        new("muteguests", _ => new MuteGuests(true)),
        new("unmuteguests", _ => new MuteGuests(false)),
        new("set_guests_can_unmute", knock => new LetGuestsUnmute(knock.Body.NeededFlag("setting"))),
        new("set_guests_can_present", knock => new LetGuestsPresent(knock.Body.NeededFlag("setting"))),
        new("set_guests_can_see_guests", knock => new LetGuestsSee(Sight(knock))),
        new("set_chat_enabled", knock => new EnableChat(knock.Body.NeededFlag("setting"))),
        new("clearallbuzz", _ => new LowerAllHands()),
        new("clearspotlights", _ => new ClearSpotlights()),
        new("message", knock => new SendMessage(MessageType(knock), knock.Body.NeededText("payload"))),
        new("transform_layout", knock => new TransformLayout(Wishes.Transforms(knock.Body))),
        new("override_layout", knock => new OverrideLayout(Wishes.Override(knock.Body))),
        new("set_message_text", knock => new SetMessageText(Cut(knock.Body.Text("text") ?? "", 250))),
        new("set_classification_level", knock => new Classify(Level(knock))),
        new("set_pinning_config", knock => new Pin(knock.Body.Text("pinning_config") ?? "")),
        new("set_clock", knock => new SetClock(Wishes.Clock(knock.Body))),
        new("video_mixes/create", knock => new CreateMix(knock.Body.NeededText("mix_name"))),
        new("video_mixes/{mix}/configure", knock => new ConfigureMix(knock.Route("mix"), Wishes.MixLayout(knock.Body))),
        new("video_mixes/{mix}/delete", knock => new DeleteMix(knock.Route("mix"))),
    ];

    public static readonly IReadOnlyList<Verb> Conference =
    [
        // Misspelt in the plugin guides, so plugins that were written from them say it like this.
        new("muteguest", _ => new MuteGuests(true)),
        new("mutequest", _ => new MuteGuests(true)),
        new("unmuteguest", _ => new MuteGuests(false)),
        new("unmutequest", _ => new MuteGuests(false)),
        new("start_conference", _ => new StartMeeting()),
        new("disconnect", _ => new DisconnectAll()),
        new("silent_video_detection", knock => new DetectSilentVideo(Wishes.SilentVideo(knock.Body))),
        new("participants/breakout", knock => new Move(BreakoutWishes.Target(knock.Body), BreakoutWishes.People(knock.Body))),
        new("breakouts/message", knock => new MessageBreakouts(MessageType(knock), knock.Body.NeededText("payload"))),
        new("breakouts/empty", _ => new EmptyBreakouts()),
        new("breakouts/disconnect", _ => new CloseAllBreakouts()) { AnswersNull = true },
        new("breakoutbuzz", _ => new AskForHost(true)),
        new("clearbreakoutbuzz", _ => new AskForHost(false)),
        new("leavebreakout", _ => new LeaveBreakout()),
    ];

    public static readonly IReadOnlyList<Verb> Breakout =
    [
        new("disconnect", _ => new CloseBreakout()),
        new("participants/breakout", knock => new Move(BreakoutWishes.Target(knock.Body), BreakoutWishes.People(knock.Body))),
        new("breakoutbuzz", _ => new AskForHost(true)),
        new("clearbreakoutbuzz", _ => new AskForHost(false)),
    ];

    public static string MessageType(Knock knock) => Cut(knock.Body.Text("type") ?? "text/plain", 100);

    /// <summary>Never between the two halves of one character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];

    private static GuestSight Sight(Knock knock) =>
        SightSpelling.Read(knock.Body.Text("setting")) ?? throw new Unreadable("setting must be always, no_hosts or never");

    private static int Level(Knock knock) => (int)(knock.Body.Number("classification_level") ?? knock.Body.Number("level")
        ?? throw new Unreadable("classification_level is required"));
}
