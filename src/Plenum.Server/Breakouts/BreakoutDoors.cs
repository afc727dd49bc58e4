using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Breakouts;

/// <summary>What of breakouts has an answer of its own: a new room's id, and a ticket straight into a room.</summary>
internal sealed class BreakoutDoors(TokenMint mint)
{
    public static async Task Open(Knock knock)
    {
        var id = RoomId.New();
        var decision = await knock.Caller.Conference.Tell(new OpenBreakout(id, BreakoutWishes.Plan(knock.Body)), knock.Caller.Actor);
        if (decision is Decision.Refuse refused) await Answers.No(knock.Context, refused.Refusal);
        else await Answers.Result(knock.Context, new BreakoutOpenedBody(id.ToString()), AnswerJson.Default.BreakoutOpenedBody);
    }

    /// <summary>A host who wants to join a breakout as if it were a conference of its own, beside being in the main room.</summary>
    public Task GuestToken(Knock knock)
    {
        var (now, me) = (ReadDoors.Now(knock), ReadDoors.Me(knock));
        if (!me.IsHost || me.Waiting) return Answers.No(knock.Context, Refusal.InvalidRole);
        if (knock.Room is not { } room || !now.Rooms.ContainsKey(room)) return Answers.No(knock.Context, Refusal.NoSuchRoom);
        var to = new Destination(now.Id, knock.Caller.Alias, Role.Guest, ParticipantId.New());
        return Answers.Text(knock.Context, mint.Mint(now, me.Id, to, room));
    }
}
