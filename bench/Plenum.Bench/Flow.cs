namespace Plenum.Bench;

/// <summary>What was delivered in a time, and the server's processor time for it.</summary>
internal readonly record struct Flow(long Events, TimeSpan Time, TimeSpan Processor)
{
    public double PerSecond => Events / Time.TotalSeconds;

    public double MicrosecondsPerEvent => Events is 0 ? 0 : Processor.TotalMicroseconds / Events;
}
