using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>
/// Calls somebody outside on a conference's behalf. Returns at once whether it can reach such destinations at all; what
/// comes of the call is told through <see cref="ILine"/>. When it fails, the line is hung up with a reason.
/// </summary>
internal interface IDialer
{
    bool Reaches(DialWish wish);

    void Call(ParticipantId participant, DialWish wish, ILine line);
}

/// <summary>How a dialer tells the conference what became of a call.</summary>
internal interface ILine
{
    /// <summary>The conference that calls, as it is now.</summary>
    Conference Now { get; }

    Task Answered();

    Task HungUp(string reason);
}

/// <summary>The line of one participant into its conference.</summary>
internal sealed class ConferenceLine(Conferences.Live.LiveConference conference, ParticipantId participant) : ILine
{
    public Conference Now => conference.Now;

    public Task Answered() => conference.Tell(new Answer { Subject = participant }, Actor.Clock);

    public Task HungUp(string reason) => conference.Tell(new Leave(reason) { Subject = participant }, Actor.Clock);
}
