using System.Text.Json;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Keeping a token alive, and giving it back.</summary>
internal sealed class TokenDoors(TokenMint mint, DeadTokens dead)
{
    private const int LongestReason = 100;

    /// <summary>Only a living token gets to the refreshing; a dead one that comes again at once is told to wait.</summary>
    public RequestDelegate Refreshing(CommandDoor door) => door.Open(Refresh, refused: (context, refusal) =>
        dead.FirstRefusal(Reception.TokenOf(context.Request) ?? "") ? refusal : Refusal.TooMany);

    private Task Refresh(Knock knock)
    {
        var caller = knock.Caller;
        var now = caller.Conference.Now;
        if (caller.Conference.Pulses.Refresh(caller.Id, caller.Generation) is not { } next || !now.Participants.TryGetValue(caller.Id, out var participant))
        {
            return Answers.No(knock.Context, Refusal.InvalidToken);
        }

        var token = mint.Mint(new SessionToken(caller.Listing.Id, caller.Id, next));
        return Answers.Result(
            knock.Context,
            new RefreshedBody(token, $"{(int)Pulse.Lifetime.TotalSeconds}", participant.Role.Upper(), new PassBody(mint.MintPass(now, participant))),
            AnswerJson.Default.RefreshedBody);
    }

    public static async Task Release(Knock knock)
    {
        // A beacon of a page that closes has no second try: what it says of why may be wrong, but must not keep it here.
        var said = knock.Body.Element("reason") is { ValueKind: JsonValueKind.String } reason ? DisplayName.Clean(reason.GetString()!, LongestReason) : "";
        var decision = await knock.Caller.Conference.Tell(new Leave(Reasons.Left) { Subject = knock.Caller.Id, Said = said.Length > 0 ? said : null }, knock.Caller.Actor);
        if (decision is Decision.Refuse refused) await Answers.No(knock.Context, refused.Refusal);
        else await Answers.Yes(knock.Context);
    }
}
