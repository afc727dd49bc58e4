using Plenum.Server.Breakouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences;

/// <summary>What time alone brings about: who waited too long, guests without a host, breakouts that end.</summary>
public sealed record PassTime : Command
{
    public override Right Right => Right.Door;

    /// <summary>When the next thing is due that time alone brings about; null for nothing.</summary>
    public static DateTimeOffset? NextDue(Conference conference, ConferenceTerms terms)
    {
        DateTimeOffset? due = null;
        foreach (var participant in conference.Participants.Values)
        {
            if (participant.Waiting) Sooner(participant.JoinedAt + terms.WaitingLimit);
        }

        if (conference.Meeting?.HostsGoneAt is { } gone) Sooner(gone + terms.GraceWithoutHost);
        foreach (var room in conference.Rooms.Values)
        {
            if (room.Breakout?.EndsAt is { } end) Sooner(end);
        }

        return due;

        void Sooner(DateTimeOffset at) => due = due is null || at < due ? at : due;
    }

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var (now, terms) = (circumstances.Now, circumstances.Terms);
        List<ConferenceEvent> events = [.. conference.Rooms.Values
            .Where(room => room.Breakout?.EndsAt <= now)
            .SelectMany(room => Closing.Of(conference, room.Id, room.Breakout!.EndAction, by))];
        var gone = events.OfType<ParticipantLeft>().Select(left => left.Id).ToHashSet();

        events.AddRange(conference.Participants.Values
            .Where(p => p.Waiting && p.JoinedAt + terms.WaitingLimit <= now && gone.Add(p.Id))
            .Select(p => new ParticipantLeft(p.Id, Reasons.HostNeverCame)));

        if (conference.Meeting?.HostsGoneAt is { } since && since + terms.GraceWithoutHost <= now)
        {
            events.AddRange(conference.Participants.Values
                .Where(p => !p.Waiting && gone.Add(p.Id))
                .Select(p => new ParticipantLeft(p.Id, Reasons.HostsGone)));
        }

        return events.Count == 0 ? Decision.Nothing : Decision.Of(conference.Settle(events, circumstances));
    }
}
