using Plenum.Server.Conferences;

namespace Plenum.Server.Calls;

/// <summary>Somebody's camera is asked to move: passed on to that participant's stream, remembered nowhere.</summary>
/// <param name="Payload">Action, movement and time-out, as JSON that has been understood and written anew.</param>
public sealed record MoveCamera(string Payload) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        new Decision.Accepted([]) { Signal = new Signal(Subject!.Value, "fecc", Payload) };
}

/// <summary>Keys pressed towards a participant. They may be secrets, so they pass through and are remembered nowhere.</summary>
public sealed record SendTones(string Digits) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        new Decision.Accepted([]) { Signal = new Signal(Subject!.Value, "dtmf", Digits) };
}
