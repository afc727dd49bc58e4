using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>What may be asked about a participant, in the main room and in the same words in a breakout.</summary>
internal static class ParticipantVerbs
{
    public const int LongestOverlayText = 250;

    public static readonly IReadOnlyList<Verb> All =
    [
        new("disconnect", _ => new DisconnectParticipant()),
        new("mute", _ => new Mute(true)),
        new("unmute", _ => new Mute(false)),
        new("client_mute", _ => new ClientMute(true)),
        new("client_unmute", _ => new ClientMute(false)),
        new("video_muted", _ => new MuteVideo(true)),
        new("video_unmuted", _ => new MuteVideo(false)),
        new("allowrxpresentation", _ => new AllowPresentation(true)),
        new("denyrxpresentation", _ => new AllowPresentation(false)),
        new("spotlighton", _ => new Spotlight(true)),
        new("spotlightoff", _ => new Spotlight(false)),
        new("unlock", _ => new Admit()),
        new("buzz", _ => new RaiseHand(true)),
        new("clearbuzz", _ => new RaiseHand(false)),
        new("role", knock => new ChangeRole(RoleSpelling.Read(knock.Body.NeededText("role")) ?? throw new Unreadable("role must be chair or guest"))),
        new("overlaytext", knock => new SetOverlayText(DisplayName.Clean(knock.Body.Text("text") ?? "", LongestOverlayText))),
        new("pres_in_mix", knock => new MixPresentation(knock.Body.Flag("state") ?? knock.Body.NeededFlag("setting"))),
        new("message", knock => new SendMessage(RoomVerbs.MessageType(knock), knock.Body.NeededText("payload"))),
        new("dtmf", knock => new SendTones(Digits(knock))),
        new("fecc", knock => new MoveCamera(Wishes.Movement(knock.Body))),
        new("take_floor", _ => new TakeFloor()) { AnswersNull = true },
        new("release_floor", _ => new ReleaseFloor()) { AnswersNull = true },
        new("show_live_captions", _ => new ShowCaptions(true)) { AnswersNull = true },
        new("hide_live_captions", _ => new ShowCaptions(false)) { AnswersNull = true },
        new("preferred_aspect_ratio", knock => new PreferAspectRatio(knock.Body.Number("aspect_ratio") ?? throw new Unreadable("aspect_ratio is required"))),
        new("notify_not_afk", _ => new StillHere()),
        new("hold", _ => new Hold(true)),
        new("resume", _ => new Hold(false)),
        new("tx_mute", _ => new MuteTransmission(true)),
        new("tx_unmute", _ => new MuteTransmission(false)),
        new("studiosound", knock => new UseStudioSound(knock.Body.Flag("setting") ?? knock.Body.Flag("enable") ?? true)),
        new("layout_group", knock => new JoinLayoutGroup(RoomVerbs.Cut(knock.Body.Text("layout_group") ?? "", 100))),
        new("send_to_audio_mixes", knock => new ChooseAudioMixes(Wishes.AudioMixes(knock.Body), null)),
        new("receive_from_audio_mix", knock => new ChooseAudioMixes(null, RoomVerbs.Cut(knock.Body.Text("mix_name") ?? "main", 100))),
    ];

    public static string Digits(Knock knock)
    {
        var digits = knock.Body.Text("digits") ?? "";
        if (digits.Length is 0 or > 64 || !digits.All(c => c is (>= '0' and <= '9') or '*' or '#' or ',' or (>= 'A' and <= 'D')))
        {
            throw new Unreadable("digits must be 1 to 64 of 0-9, *, #, A-D and comma");
        }

        return digits;
    }
}
