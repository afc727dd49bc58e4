using System.Diagnostics;
using Plenum.Bench.Servers;

namespace Plenum.Bench;

/// <summary>What was delivered in a time, and the processor time that the server and this generator spent on it.</summary>
internal readonly record struct Flow(long Events, TimeSpan Time, TimeSpan Processor, TimeSpan Generator)
{
    public double PerSecond => Events / Time.TotalSeconds;

    public double MicrosecondsPerEvent => Per(Processor);

    public double GeneratorMicrosecondsPerEvent => Per(Generator);

    /// <summary>Starts counting; the flow so far is asked for at the end.</summary>
    public static Func<Flow> Count(Crowd crowd)
    {
        var (delivered, server, own, began) = (crowd.Changes.Delivered, crowd.Peer.Server.ProcessorTime, Own(), Stopwatch.StartNew());
        return () => new(crowd.Changes.Delivered - delivered, began.Elapsed, crowd.Peer.Server.ProcessorTime - server, Own() - own);
    }

    private static TimeSpan Own() => ProcessTime.Of(Environment.ProcessId);

    private double Per(TimeSpan time) => Events is 0 ? 0 : time.TotalMicroseconds / Events;
}
