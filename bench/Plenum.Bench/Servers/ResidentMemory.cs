namespace Plenum.Bench.Servers;

/// <summary>A process's resident bytes: all of them, and those that no file stands behind (heaps, stacks).</summary>
internal sealed record ResidentMemory(long All, long Anonymous)
{
    public static ResidentMemory Of(int process)
    {
        var lines = File.ReadAllLines($"/proc/{process}/status");
        return new(Kilobytes("VmRSS:") * 1024, Kilobytes("RssAnon:") * 1024);

        long Kilobytes(string name) => long.Parse(lines.First(line => line.StartsWith(name, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Replace(name, "").Trim());
    }
}
