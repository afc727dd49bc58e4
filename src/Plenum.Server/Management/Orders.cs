using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;

namespace Plenum.Server.Management;

/// <summary>Gives an administrator's command to a running conference, and notes it when it was taken.</summary>
internal sealed class Orders(LiveConferences live, ConferenceDirectory directory, Audit audit)
{
    public async Task<Results<NoContent, ProblemHttpResult>> Give(
        ConferenceId id, Command command, string verb, Administrator who, CancellationToken cancellation)
    {
        var conference = await live.Get(id);
        if (directory.Find(id) is null && conference.Now.Participants.Count == 0) return Problem.NotFound("conference");
        var decision = await conference.Tell(command, Actor.OfAdministrator(who.Name));
        if (decision is Decision.Refuse refused) return Refused(refused.Refusal);
        var detail = command.Subject is { } subject ? $"participant {subject}" : "";
        await audit.Note(who, $"live {verb}", $"{id}", detail, cancellation);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Refused(Refusal refusal)
    {
        if (refusal == Refusal.NoSuchParticipant) return Problem.NotFound("participant in this conference");
        if (refusal == Refusal.OutOfResource) return Problem.Of(refusal.Status, "Out of resource", "The conference cannot take commands now; try again in a moment.");
        return Problem.Of(StatusCodes.Status409Conflict, "The conference refused", $"{refusal.Text}.");
    }
}
