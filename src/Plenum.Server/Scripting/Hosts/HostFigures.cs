using System.Globalization;

namespace Plenum.Server.Scripting.Hosts;

/// <summary>What the system says of a process: resident memory and processor time. Address space says nothing, since the engine reserves far more than it uses.</summary>
internal readonly record struct HostFigures(long ResidentBytes, TimeSpan Work)
{
    private const double TicksPerSecond = 100;

    /// <summary>Null when there is no such process any more.</summary>
    public static HostFigures? Of(int process)
    {
        try
        {
            // The name in brackets may hold spaces; the fields that count come after it.
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return new(long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize, TimeSpan.FromSeconds(ticks / TicksPerSecond));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
