namespace Plenum.Server.Hosting.Settings;

/// <summary>What one run of a script may use up, and how many run at once.</summary>
public sealed record ScriptSettings
{
    /// <summary>From its start to its end, waiting included.</summary>
    public double WallSeconds { get; init; } = 30;

    /// <summary>Of work on any processor.</summary>
    public double CpuSeconds { get; init; } = 10;

    /// <summary>Of the process that runs it, which needs some 60 itself.</summary>
    public int MemoryMegabytes { get; init; } = 256;

    public int LogLines { get; init; } = 1_000;

    public int AtOnce { get; init; } = 4;

    /// <summary>What must not be; null when all of it may.</summary>
    internal string? Wrong() =>
        WallSeconds is not > 0 or > 3600 ? "Plenum:Scripts:WallSeconds is above zero and at most 3600"
        : CpuSeconds is not > 0 or > 3600 ? "Plenum:Scripts:CpuSeconds is above zero and at most 3600"
        : MemoryMegabytes is < 100 or > 16_384 ? "Plenum:Scripts:MemoryMegabytes is between 100 and 16384"
        : LogLines is < 1 or > 100_000 ? "Plenum:Scripts:LogLines is between 1 and 100000"
        : AtOnce is < 1 or > 64 ? "Plenum:Scripts:AtOnce is between 1 and 64"
        : null;
}
