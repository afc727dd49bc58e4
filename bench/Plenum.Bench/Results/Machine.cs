using System.Runtime.InteropServices;

namespace Plenum.Bench.Results;

/// <summary>What the run ran on.</summary>
internal sealed record Machine(int Cores, string Processor, long MemoryBytes, string System, string Runtime)
{
    public static Machine Here() => new(
        Environment.ProcessorCount,
        Value("/proc/cpuinfo", "model name"),
        long.Parse(Value("/proc/meminfo", "MemTotal").Split(' ')[0]) * 1024,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    private static string Value(string file, string name) => File.ReadLines(file)
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':') + 1)..].Trim())
        .FirstOrDefault("unknown 0");
}
