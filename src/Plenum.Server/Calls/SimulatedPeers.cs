using System.Collections.Concurrent;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>
/// The demo's other side of the line: destinations <c>demo:anything</c> ring for a moment and answer,
/// <c>demo:reject…</c> are rejected. Nobody is really called, and the roster says so.
/// </summary>
internal sealed class SimulatedPeers(TimeProvider time) : IDialer, ILegs
{
    public const string Scheme = "demo:";
    public const string Vendor = "Plenum simulated peer";
    public static readonly TimeSpan Ringing = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<ParticipantId, string> holding = [];

    public bool Reaches(DialWish wish) => wish.Destination.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    public void Call(ParticipantId participant, DialWish wish, ILine line)
    {
        holding[participant] = "";
        _ = Ring(participant, wish, line);
    }

    /// <summary>Nothing follows: the line is held from the first ring on.</summary>
    public void PickedUp(ParticipantId participant)
    {
    }

    public void HangUp(ParticipantId participant) => holding.TryRemove(participant, out _);

    public bool Holds(ParticipantId participant) => holding.ContainsKey(participant);

    public bool PressKeys(ParticipantId participant, string digits) =>
        holding.TryGetValue(participant, out var pressed) && holding.TryUpdate(participant, pressed + digits, pressed);

    private async Task Ring(ParticipantId participant, DialWish wish, ILine line)
    {
        await Task.Delay(Ringing, time);
        if (!wish.Destination[Scheme.Length..].StartsWith("reject", StringComparison.OrdinalIgnoreCase))
        {
            await line.Answered();
            return;
        }

        HangUp(participant);
        await line.HungUp(Reasons.CallRejected);
    }
}
