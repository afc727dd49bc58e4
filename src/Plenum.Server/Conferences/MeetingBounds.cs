namespace Plenum.Server.Conferences;

/// <summary>The first participant who need not wait came in; what the conference is configured to be holds from here.</summary>
public sealed record MeetingBegan(Guid Meeting, bool Started, ConferenceTerms Terms) : ConferenceEvent
{
    internal static MeetingBegan Under(Circumstances circumstances) =>
        new(circumstances.Fresh, Started: !circumstances.Terms.GuestsNeedHost, circumstances.Terms);

    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var cleared = conference.Cleared() with { Meeting = new Meeting(Meeting, at, Terms) };
        return cleared.With(cleared.Main with
        {
            // What was locked while nobody was in stays locked; everything else starts fresh.
            Locked = conference.Main.Locked,
            Started = Started,
            ChatEnabled = Terms.ChatEnabled,
            GuestsCanPresent = Terms.GuestsCanPresent,
            GuestsCanUnmute = Terms.GuestsCanUnmute,
            GuestsMuted = Terms.MuteGuestsOnJoin,
            CaptionsAvailable = Terms.CaptionsAvailable,
        });
    }
}

/// <summary>The last participant is gone.</summary>
public sealed record MeetingEnded(Guid Meeting) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) => conference.Cleared();
}

/// <summary>The last host left and guests remain: their time runs, or stops running when a host is back.</summary>
public sealed record HostsGone(bool Gone) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference with { Meeting = conference.Meeting! with { HostsGoneAt = Gone ? at : null } };
}
