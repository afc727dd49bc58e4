using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>The one way from a request to a command and back: reception, body, decision, answer.</summary>
internal sealed class CommandDoor(Reception reception, Pace pace, Limits limits)
{
    public RequestDelegate For(Verb verb) => context => Enter(context, async knock =>
    {
        var command = verb.Wish(knock) with { Room = knock.Room, Subject = knock.Subject };
        var decision = await knock.Caller.Conference.Tell(command, knock.Caller.Actor);
        if (decision is Decision.Refuse refused) await Answers.No(context, refused.Refusal);
        else if (verb.AnswersNull) await Answers.Nothing(context);
        else await Answers.Yes(context);
    });

    /// <summary>For what is not one command with a plain answer: only a recognised caller gets in.</summary>
    public RequestDelegate Open(Func<Knock, Task> inside) => context => Enter(context, inside);

    /// <summary>The same, where a token that counts no more has an answer of its own.</summary>
    public RequestDelegate Open(Func<Knock, Task> inside, Func<HttpContext, Refusal, Refusal> refused) => context => Enter(context, inside, refused);

    /// <summary>The same, for what is not sent as JSON: the body is left to whoever is inside.</summary>
    public RequestDelegate OpenUnread(Func<Knock, Task> inside) => context => Enter(context, inside, reads: false);

    private async Task Enter(HttpContext context, Func<Knock, Task> inside, Func<HttpContext, Refusal, Refusal>? refused = null, bool reads = true)
    {
        var (caller, refusal) = await reception.Recognise(context);
        if (caller is null)
        {
            await Answers.No(context, refused is not null && refusal!.Text == Refusal.InvalidToken.Text ? refused(context, refusal) : refusal!);
            return;
        }

        if (!pace.Allows(caller, command: HttpMethods.IsPost(context.Request.Method) && refused is null))
        {
            await Answers.No(context, Refusal.TooMany);
            return;
        }

        if (!Place(context, out var room, out var subject))
        {
            await Answers.No(context, subject is null ? Refusal.NoSuchRoom : Refusal.NoSuchParticipant);
            return;
        }

        try
        {
            var body = reads && HttpMethods.IsPost(context.Request.Method) ? await Body.Read(context, limits.JsonDepth) : Body.Empty;
            await inside(new Knock(context, caller, body) { Room = room, Subject = subject });
        }
        catch (Unreadable e)
        {
            await Answers.No(context, e.Refusal);
        }
    }

    /// <summary>Reads the room and the participant from the address; what is no id is nobody's id.</summary>
    private static bool Place(HttpContext context, out RoomId? room, out ParticipantId? subject)
    {
        (room, subject) = (null, null);
        if (context.Request.RouteValues.TryGetValue("room", out var roomText))
        {
            if (!RoomId.TryParse((string?)roomText, null, out var named) || named.IsMain) return false;
            room = named;
        }

        if (!context.Request.RouteValues.TryGetValue("participant", out var participantText)) return true;
        subject = new ParticipantId(Guid.Empty);
        if (!ParticipantId.TryParse((string?)participantText, null, out var about)) return false;
        subject = about;
        return true;
    }
}
