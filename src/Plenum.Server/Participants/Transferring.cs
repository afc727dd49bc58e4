using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>A host sends somebody to another conference with a ticket that works once.</summary>
/// <param name="To">Where to; what the ticket opens was settled at the door.</param>
public sealed record Transfer(Destination To) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        conference.Participants[Subject!.Value].DialledOut
            ? Decision.Refused("transfer failed")
            : Decision.Of(new TransferOffered(Subject.Value, To));
}

/// <summary>A conference reached by an alias, as a role; the ticket's id will be the participant's id there.</summary>
public sealed record Destination(ConferenceId Conference, string Alias, Role Role, ParticipantId Ticket);

/// <summary>Concerns one participant alone: its stream is told where to go. The token is minted when the frame is written.</summary>
public sealed record TransferOffered(ParticipantId Id, Destination To) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) => conference;
}
