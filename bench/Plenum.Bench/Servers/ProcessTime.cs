namespace Plenum.Bench.Servers;

/// <summary>What the kernel says of processors: spent by one process, and by the whole machine.</summary>
internal static class ProcessTime
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static TimeSpan Of(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11]) + long.Parse(fields[12])) * Tick;
    }

    /// <summary>Busy and stolen time of all cores since boot; interrupts belong to nobody and are left out.</summary>
    public static (TimeSpan Busy, TimeSpan Stolen) OfMachine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        var ticks = Array.ConvertAll(fields, long.Parse);
        return ((ticks[0] + ticks[1] + ticks[2]) * Tick, ticks[7] * Tick);
    }
}
