using Plenum.Server.Conferences;

namespace Plenum.Tests.Conferences;

/// <summary>What is true of every conference after every decision.</summary>
internal static class Always
{
    public static void True(Conference conference, ConferenceTerms terms)
    {
        var everybody = conference.Participants.Values.ToList();
        Assert.All(conference.Participants, pair => Assert.Equal(pair.Key, pair.Value.Id));
        Assert.All(everybody, p => Assert.Contains(p.Room, conference.Rooms.Keys));
        Assert.All(everybody.Where(p => p.Waiting), p => Assert.True(p.Room.IsMain, "Who waits, waits at the main room."));
        Assert.Equal(everybody.Exists(p => p.In), conference.Meeting is not null);
        if (conference.Meeting is null)
        {
            Assert.True(conference.Rooms.Count == 1, "Breakouts exist only within a meeting.");
            Assert.All(everybody, p => Assert.True(p.Waiting, "Between meetings people only wait."));
        }

        Presenters(conference);
        Spotlights(conference);
        Hosts(conference, terms);
    }

    private static void Presenters(Conference conference)
    {
        foreach (var room in conference.Rooms.Values)
        {
            Assert.Equal(
                room.Presenter is { } presenter ? [presenter] : [],
                conference.At(room.Id).Where(p => p.Presenting).Select(p => p.Id));
            var guest = room.Presenter is { } who && !conference.Participants[who].IsHost;
            Assert.False(guest && !room.GuestsCanPresent, "No guest presents where guests may not.");
        }
    }

    private static void Spotlights(Conference conference)
    {
        var since = conference.Participants.Values.Select(p => p.SpotlitAt).OfType<DateTimeOffset>().ToList();
        Assert.Equal(since.Count, since.Distinct().Count());
    }

    private static void Hosts(Conference conference, ConferenceTerms terms)
    {
        if (conference.Meeting is not { } meeting) return;
        Assert.Equal(terms.GuestsNeedHost && conference.Main.Started && !conference.AnyHost, meeting.HostsGoneAt.HasValue);
        Assert.False(conference.AnyHost && !conference.Main.Started, "Where a host is in, the meeting has started.");
        Assert.DoesNotContain(conference.Participants.Values, p =>
            p.Waiting && !Server.Participants.Admission.MustWait(conference.Main, terms, p.Role, conference.AnyHost));
    }
}
