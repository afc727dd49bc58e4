using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>A participant says that somebody sits in front of the screen. The token's refresh is what keeps it alive.</summary>
public sealed record StillHere : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) => Decision.Nothing;
}
