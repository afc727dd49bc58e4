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

    /// <summary>Of the server, by way of <c>sys</c>.</summary>
    public int Calls { get; init; } = 10_000;

    public int AtOnce { get; init; } = 4;

    /// <summary>Runs beside those that only wait, for people, for a lock or for a while; each keeps its process.</summary>
    public int Waiting { get; init; } = 16;

    public ScriptHttpSettings Http { get; init; } = new();

    /// <summary>What must not be; null when all of it may.</summary>
    internal string? Wrong() =>
        WallSeconds is not > 0 or > 3600 ? "Plenum:Scripts:WallSeconds is above zero and at most 3600"
        : CpuSeconds is not > 0 or > 3600 ? "Plenum:Scripts:CpuSeconds is above zero and at most 3600"
        : MemoryMegabytes is < 100 or > 16_384 ? "Plenum:Scripts:MemoryMegabytes is between 100 and 16384"
        : LogLines is < 1 or > 100_000 ? "Plenum:Scripts:LogLines is between 1 and 100000"
        : Calls is < 1 or > 10_000_000 ? "Plenum:Scripts:Calls is between 1 and 10000000"
        : AtOnce is < 1 or > 64 ? "Plenum:Scripts:AtOnce is between 1 and 64"
        : Waiting is < 0 or > 1_000 ? "Plenum:Scripts:Waiting is between 0 and 1000"
        : Http.Wrong();
}

/// <summary>Whom scripts may call over HTTP; nobody, until hosts are listed.</summary>
public sealed record ScriptHttpSettings
{
    /// <summary>Names such as <c>api.example.org</c>, <c>*.example.org</c> or <c>api.example.org:8443</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Hosts inside the network, each with its port: <c>127.0.0.1:9000</c>.</summary>
    public IReadOnlyList<string> InsideHosts { get; init; } = [];

    public double TimeoutSeconds { get; init; } = 10;

    /// <summary>Of an answer.</summary>
    public int MostBytes { get; init; } = 1024 * 1024;

    internal string? Wrong() =>
        TimeoutSeconds is not > 0 or > 3600 ? "Plenum:Scripts:Http:TimeoutSeconds is above zero and at most 3600"
        : MostBytes is < 1 or > 8 * 1024 * 1024 ? "Plenum:Scripts:Http:MostBytes is between 1 and 8388608"
        : Hosts.FirstOrDefault(host => host.Contains('/', StringComparison.Ordinal) || host is "*" or "") is { } wrong ? $"Plenum:Scripts:Http:Hosts has '{wrong}': write a host like api.example.org or *.example.org"
        : InsideHosts.FirstOrDefault(host => !System.Text.RegularExpressions.Regex.IsMatch(host, @"^[^/\s]+:\d{1,5}$")) is { } inside ? $"Plenum:Scripts:Http:InsideHosts has '{inside}': write a host and its port, like 127.0.0.1:9000"
        : null;
}
