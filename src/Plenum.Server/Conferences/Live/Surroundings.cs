using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Streams;

namespace Plenum.Server.Conferences.Live;

/// <summary>What every live conference of this node shares.</summary>
internal sealed record Surroundings(
    ConferenceLog Log,
    PresenceBook Presence,
    Teller Teller,
    ILegs Legs,
    Func<ConferenceId, ConferenceTerms> Terms,
    TimeProvider Time,
    ILogger<LiveConference> Logger)
{
    /// <summary>Now, as precisely as the log keeps it, so that a replay gives the very same state.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(Time.GetUtcNow().ToUnixTimeMilliseconds());
}

/// <summary>
/// The participants whom the conference itself called. They have no token, so whoever holds their line says whether they
/// are still there. Tones are passed on where there is a line; where there is none they are dropped.
/// </summary>
internal interface ILegs
{
    bool Holds(Participants.ParticipantId participant);

    bool PressKeys(Participants.ParticipantId participant, string digits);
}
