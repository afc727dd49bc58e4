using Plenum.Server.Conferences;

namespace Plenum.Server.Participants.Tokens;

/// <summary>Proves to be one participant of one conference, in one generation. It holds no expiry: presence does.</summary>
public readonly record struct SessionToken(ConferenceId Conference, ParticipantId Participant, int Generation);

/// <summary>
/// Works once: opens a room of a conference, as a role, for the participant id that it names. Says whom it was given to,
/// so that they leave where they came from.
/// </summary>
public readonly record struct Ticket(
    ConferenceId Conference,
    ParticipantId Admits,
    Role Role,
    RoomId Room,
    ConferenceId From,
    ParticipantId GivenTo,
    DateTimeOffset MintedAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}
