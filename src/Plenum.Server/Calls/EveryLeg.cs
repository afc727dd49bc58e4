using Plenum.Server.Conferences.Live;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>All who may hold a called participant's line, as one.</summary>
internal sealed class EveryLeg(IReadOnlyList<ILegs> legs) : ILegs
{
    public bool Holds(ParticipantId participant) => legs.Any(leg => leg.Holds(participant));

    public bool PressKeys(ParticipantId participant, string digits) => legs.Any(leg => leg.PressKeys(participant, digits));

    public void PickedUp(ParticipantId participant)
    {
        foreach (var leg in legs) leg.PickedUp(participant);
    }

    public void HangUp(ParticipantId participant)
    {
        foreach (var leg in legs) leg.HangUp(participant);
    }
}
