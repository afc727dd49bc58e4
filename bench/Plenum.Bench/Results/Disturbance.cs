using System.Diagnostics;
using Plenum.Bench.Servers;

namespace Plenum.Bench.Results;

/// <summary>How much of the machine others used during a run, as parts of all cores.</summary>
internal sealed record Disturbance(double OtherProcessor, double Steal)
{
    /// <summary>Starts watching; the answer is asked for at the end, before the servers of the run are forgotten.</summary>
    public static Func<Disturbance> Watch()
    {
        var (busy, stolen) = ProcessTime.OfMachine();
        var own = Own();
        var began = Stopwatch.StartNew();
        return () =>
        {
            var (busyNow, stolenNow) = ProcessTime.OfMachine();
            var whole = began.Elapsed * Environment.ProcessorCount;
            var others = busyNow - busy - (Own() - own);
            return new(Math.Max(0, others / whole), (stolenNow - stolen) / whole);
        };
    }

    private static TimeSpan Own() => ServerProcess.Spent + ProcessTime.Of(Environment.ProcessId);
}
