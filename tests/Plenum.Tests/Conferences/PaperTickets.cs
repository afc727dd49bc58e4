using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

/// <summary>Tickets that one can read.</summary>
internal sealed class PaperTickets : ITicketOffice
{
    public string Mint(Conference at, ParticipantId who, Destination to, RoomId room) => $"{to.Ticket}@{room}";
}
