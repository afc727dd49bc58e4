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
    long Version,
    DateTimeOffset MintedAt)
{
    /// <summary>What is remembered of it once it is used: the step of the log that gave it out, and for whom.</summary>
    public string Serial => AnswersCall ? $"{From}:call:{Admits}" : $"{From}:{Version}:{Admits}";

    /// <summary>Given to a registered device that was called, which is nobody in the conference yet.</summary>
    public bool AnswersCall => GivenTo == default;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}
