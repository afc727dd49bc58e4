using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>What the batch's transaction holds locked: nobody else can move these heads or refresh these rows meanwhile.</summary>
internal sealed record LockedHeads(Dictionary<ConferenceId, long> Versions, HashSet<Guid> Present)
{
    /// <summary>Wins or loses one append, after those judged before it.</summary>
    public AppendOutcome Judge(NewEntries entries)
    {
        if (Versions.GetValueOrDefault(entries.Conference) != entries.Expected)
            return new AppendOutcome.Conflict([]);
        var present = entries.Expiring.Where(Present.Contains).ToList();
        if (present.Count > 0)
            return new AppendOutcome.StillPresent(present);
        Versions[entries.Conference] = entries.Reached;
        Present.ExceptWith(entries.Leaving);
        return new AppendOutcome.Appended(entries.Reached);
    }
}
