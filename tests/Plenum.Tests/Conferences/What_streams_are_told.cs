namespace Plenum.Tests.Conferences;

public sealed class What_streams_are_told
{
    [Fact]
    public void Adds_up_to_what_a_fresh_sync_would_show() => Deeds.Check(300, (meeting, crowd, deeds) =>
    {
        var onlookers = new Onlookers(meeting);
        foreach (var deed in deeds)
        {
            Deeds.Do(meeting, crowd, deed);
            if (deed.How % 3 == 0 && crowd.Somebody(deed.Who) is { } who && !meeting[who].DialledOut) onlookers.Opens(who);
            onlookers.SeeWhatIsThere();
        }
    });
}
