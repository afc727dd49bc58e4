using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

public sealed class Anything_that_happens
{
    private const int Rounds = 100;

    private static readonly IEnumerable<Type> EveryKind =
        typeof(ConferenceEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ConferenceEvent)));

    [Fact]
    public void Keeps_the_rules_that_always_hold() => After(Rounds, _ => { });

    [Fact]
    public void Is_never_a_hosts_doing_when_a_guest_did_it() => Deeds.Each(Rounds, (meeting, crowd, deed) =>
    {
        var (command, by) = crowd.Means(deed);
        var guest = by.Participant is { } id && meeting.Has(id) && !meeting[id].IsHost;
        var before = meeting.Conference;
        var decision = meeting.Decide(command, by);
        if (!guest || command.Right is not Right.Host) return;
        Assert.IsType<Decision.Refuse>(decision);
        Assert.Same(before, meeting.Conference);
    });

    [Fact]
    public void Puts_spotlights_in_the_order_in_which_they_were_lit()
    {
        List<ParticipantId> lit = [];
        Deeds.Each(Rounds, (meeting, crowd, deed) =>
        {
            if (meeting.Steps.Count == 0) lit.Clear();
            var before = meeting.Steps.Count;
            Deeds.Do(meeting, crowd, deed);
            foreach (var step in meeting.Steps.Skip(before))
            {
                if (step.Happened is Spotlit { On: true } on) lit.Add(on.Id);
                if (step.Happened is Spotlit { On: false } off) lit.Remove(off.Id);
            }

            lit.RemoveAll(id => !meeting.Has(id) || meeting[id].SpotlitAt is null);
            Assert.Equal(lit, meeting.Conference.Participants.Values
                .Where(p => p.SpotlitAt.HasValue).OrderBy(p => p.SpotlitAt).Select(p => p.Id));
        });
    }

    [Fact]
    public void Is_the_same_when_read_from_the_log() => After(Rounds, meeting =>
        Assert.Equal(Text(meeting.Conference), Text(Replayed(new Conference(meeting.Conference.Id), meeting.Log))));

    [Fact]
    public void Is_the_same_when_read_from_any_snapshot_on() => After(50, meeting =>
    {
        foreach (var step in meeting.Steps.Where(step => step.Version % 7 == 0))
        {
            var snapshot = FoldedConference.Of(step.After).ToSnapshot();
            var tail = meeting.Log.Where(entry => entry.Version > snapshot.Version);
            Assert.Equal(Text(meeting.Conference), Text(Replayed(FoldedConference.FromSnapshot(snapshot), tail)));
        }
    });

    [Fact]
    public void Includes_everything_that_can_happen()
    {
        HashSet<Type> unseen = [.. EveryKind];
        for (var hundred = 0; hundred < 20 && unseen.Count > 0; hundred++)
        {
            After(100, meeting => unseen.ExceptWith(meeting.Steps.Select(step => step.Happened.GetType())));
        }

        Assert.Empty(unseen);
    }

    private static void After(int rounds, Action<Gathering> then) => Deeds.After(rounds, then);

    private static Conference Replayed(Conference start, IEnumerable<LogEntry> entries) =>
        entries.Aggregate(start, (conference, entry) => conference.Apply(EventRecord.Read(entry), entry.At));

    private static string Text(Conference conference) => FoldedConference.Of(conference).ToText();
}
