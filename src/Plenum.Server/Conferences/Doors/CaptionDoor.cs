using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>
/// Where captions come in from whoever makes them, until media makes them here. Off unless the operator opens it. Everybody
/// may caption their own words; hosts, such as somebody who writes along, those of others.
/// </summary>
internal static class CaptionDoor
{
    private const int LongestLine = 2000;
    private const int LongestLanguage = 35;

    public static async Task Tell(Knock knock)
    {
        var body = knock.Body;
        var words = body.NeededText("data");
        if (words.Length > LongestLine) throw new Unreadable($"data has at most {LongestLine} characters");
        var speaker = knock.Caller.Id;
        if (body.Text("participant_uuid") is { } named && !ParticipantId.TryParse(named, null, out speaker)) throw new Unreadable("participant_uuid must be a UUID");
        var caption = new CaptionBody(words, body.NeededFlag("is_final"), [new CaptionSourceBody(speaker.ToString(), [0, words.Length])])
        {
            SrcLang = Language(body, "src_lang"),
            TgtLang = Language(body, "tgt_lang"),
        };
        if (Refuse(knock, speaker) is { } refusal)
        {
            await Answers.No(knock.Context, refusal);
            return;
        }

        var conference = knock.Caller.Conference;
        await conference.Do(() => conference.Audience.Caption(conference.Now, speaker, caption));
        await Answers.Yes(knock.Context);
    }

    private static Refusal? Refuse(Knock knock, ParticipantId speaker)
    {
        var (now, me) = (ReadDoors.Now(knock), ReadDoors.Me(knock));
        if (me.Waiting) return Refusal.NotInMeeting;
        if (speaker != me.Id && !me.IsHost) return Refusal.InvalidRole;
        if (now.Participants.GetValueOrDefault(speaker) is not { In: true } speaks) return Refusal.NoSuchParticipant;
        return now.Rooms[speaks.Room].CaptionsAvailable ? null : new Refusal("Live captions are not available");
    }

    private static string? Language(Body body, string name) => body.Text(name) is not { Length: > 0 } text ? null
        : text.Length <= LongestLanguage && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') ? text
        : throw new Unreadable($"{name} must be a language tag");
}
