using FsCheck;
using FsCheck.Fluent;
using Plenum.Server.Conferences;
using Plenum.Tests.Running;

namespace Plenum.Tests.Conferences;

/// <summary>Lets anything happen, many times over; what fails is told as the shortest sequence that still does.</summary>
internal static class Deeds
{
    private static readonly ConferenceTerms[] Sorts =
    [
        new() { HasHostPin = true },
        new(),
        new() { HasHostPin = true, HasGuestPin = true, MuteGuestsOnJoin = true, GuestsCanPresent = false },
        new() { HasHostPin = true, ParticipantLimit = 6 },
        new() { Kind = ConferenceKind.Auditorium, HasHostPin = true, GuestsCanUnmute = true },
        new() { Kind = ConferenceKind.TestCall },
        new() { HasHostPin = true, GuestsMayStart = true, LockHoldsHosts = true },
    ];

    /// <summary>One conference from beginning to end, then a look at it.</summary>
    public static void After(int rounds, Action<Gathering> then) => Check(rounds, (meeting, crowd, deeds) =>
    {
        foreach (var deed in deeds) Do(meeting, crowd, deed);
        then(meeting);
    });

    /// <summary>One conference, each deed done and looked at by the test.</summary>
    public static void Each(int rounds, Action<Gathering, Crowd, Deed> each) => Check(rounds, (meeting, crowd, deeds) =>
    {
        foreach (var deed in deeds) each(meeting, crowd, deed);
    });

    public static void Check(int rounds, Action<Gathering, Crowd, Deed[]> happening) =>
        Prop.ForAll(Deed.Anything, (Deed[] deeds) =>
        {
            var sort = Sorts[deeds.Length == 0 ? 0 : deeds[0].How % Sorts.Length];
            var meeting = new Gathering(sort);
            happening(meeting, new Crowd(meeting), deeds);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Form.Rounds(rounds)));

    public static void Do(Gathering meeting, Crowd crowd, Deed deed)
    {
        if (Crowd.Before(deed) is { Ticks: > 0 } time) meeting.Passes(time);
        var (command, by) = crowd.Means(deed);
        meeting.Decide(command, by);
    }
}
