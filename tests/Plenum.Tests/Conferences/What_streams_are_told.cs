using Plenum.Server.Conferences.Live;
using Plenum.Server.Participants;

namespace Plenum.Tests.Conferences;

public sealed class What_streams_are_told
{
    [Fact]
    public void Adds_up_to_what_a_fresh_sync_would_show() => Deeds.Check(120, (meeting, crowd, deeds) =>
    {
        var onlookers = new Onlookers(meeting);
        foreach (var deed in deeds)
        {
            Deeds.Do(meeting, crowd, deed);
            if (deed.How % 3 == 0 && crowd.Somebody(deed.Who) is { } who && !meeting[who].DialledOut) onlookers.Opens(who);
            onlookers.SeeWhatIsThere();
        }
    });

    [Fact]
    public void Adds_up_for_a_reader_who_is_behind_and_skips_what_is_superseded() => Deeds.Check(100, (meeting, crowd, deeds) =>
    {
        var onlookers = new Onlookers(meeting) { Patience = 7 };
        foreach (var deed in deeds)
        {
            Deeds.Do(meeting, crowd, deed);
            if (deed.How % 3 == 0 && crowd.Somebody(deed.Who) is { } who && !meeting[who].DialledOut) onlookers.Opens(who);
            onlookers.CatchUp();
        }

        onlookers.SeeWhatIsThere();
    });

    [Fact]
    public void Adds_up_for_who_goes_on_from_where_they_were()
    {
        var resumed = 0;
        Deeds.Check(100, (meeting, crowd, deeds) =>
        {
            var (readers, history) = (new Dictionary<ParticipantId, Returning>(), new History());
            foreach (var deed in deeds)
            {
                var before = meeting.Steps.Count;
                Deeds.Do(meeting, crowd, deed);
                foreach (var step in meeting.Steps.Skip(before)) history.Add(step);
                if (crowd.Somebody(deed.How) is not { } who || meeting[who].DialledOut) continue;
                if (!readers.TryGetValue(who, out var reader)) readers.Add(who, reader = new Returning(meeting, who));
                if (reader.Looks(history)) resumed++;
            }
        });
        Assert.True(resumed > 100, $"Only {resumed} readers went on from where they were.");
    }
}
