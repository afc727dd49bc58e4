using System.Text.Json;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Participants;

/// <summary>
/// Where participants get a signed word that they are in the conference, to show to others, and where the others find the key
/// to check it with. It is short-lived, because nobody can take it back.
/// </summary>
internal sealed class AttestationDoors(AttestationKey key, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public Task Attest(Knock knock)
    {
        var me = ReadDoors.Me(knock);
        if (knock.Subject != me.Id) return Answers.No(knock.Context, Refusal.InvalidRole);
        if (me.Waiting) return Answers.No(knock.Context, Refusal.NotInMeeting);
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return Answers.Text(knock.Context, key.Sign(new AttestationBody(me.Role.Upper(), me.LocalAlias, until, key.Public.Kid)));
    }

    public Task Keys(HttpContext context)
    {
        var answer = new JwkAnswerBody("success", new JwkSetBody([key.Public]), [key.Public]);
        return Answers.Whole(context, JsonSerializer.SerializeToUtf8Bytes(answer, AttestationJson.Default.JwkAnswerBody));
    }
}
