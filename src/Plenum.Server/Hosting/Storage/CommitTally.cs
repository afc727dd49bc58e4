using System.Diagnostics.Metrics;

namespace Plenum.Server.Hosting.Storage;

/// <summary>How many appends shared how many commits; the ratio says whether group commit works.</summary>
public sealed class CommitTally
{
    /// <summary>The meter that telemetry subscribes to.</summary>
    public const string MeterName = "Plenum.Storage";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> AppendCounter = Meter.CreateCounter<long>("plenum.log.appends");
    private static readonly Counter<long> CommitCounter = Meter.CreateCounter<long>("plenum.log.commits");
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("plenum.log.commit.duration", "ms");

    private long appends;
    private long commits;

    public long Appends => Interlocked.Read(ref appends);

    public long Commits => Interlocked.Read(ref commits);

    internal void Add(int members, TimeSpan took)
    {
        Interlocked.Add(ref appends, members);
        Interlocked.Increment(ref commits);
        AppendCounter.Add(members);
        CommitCounter.Add(1);
        CommitTime.Record(took.TotalMilliseconds);
    }
}
