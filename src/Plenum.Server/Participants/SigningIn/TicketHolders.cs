using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Participants.SigningIn;

/// <summary>Who signed in, of those who come with a ticket: whoever it was given to, where it was given out.</summary>
internal sealed class TicketHolders(LiveConferences conferences, ConferenceLog log)
{
    /// <summary>So far back a joining is looked for, when its owner has left by now: official clients leave before they show a ticket.</summary>
    private const int Far = 5_000;

    /// <summary>Null for somebody who never signed in, and for a device that was called.</summary>
    public async Task<SignedIn?> Of(Ticket ticket, CancellationToken cancellation)
    {
        if (ticket.AnswersCall) return null;
        var there = (await conferences.Get(ticket.From)).Now.Participants.GetValueOrDefault(ticket.GivenTo);
        there ??= (await log.Read(ticket.From, Math.Max(0, ticket.Version - Far), cancellation))
            .Where(entry => entry.Kind is nameof(ParticipantJoined))
            .Select(entry => ((ParticipantJoined)EventRecord.Read(entry)).Participant)
            .LastOrDefault(participant => participant.Id == ticket.GivenTo);
        return there is { Account: { } account } ? new SignedIn(there.Name, account, null) : null;
    }
}
