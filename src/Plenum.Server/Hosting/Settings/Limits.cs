namespace Plenum.Server.Hosting.Settings;

/// <summary>How much one neighbour may ask for before the others would feel it.</summary>
public sealed record Limits
{
    public int StreamsPerAddress { get; init; } = 2_000;

    public int RequestsPerSecondPerToken { get; init; } = 50;

    public int RequestBurstPerToken { get; init; } = 200;

    public int JoinsPerSecondPerAddress { get; init; } = 50;

    public int JoinBurstPerAddress { get; init; } = 500;

    public int CommandsPerSecondPerConference { get; init; } = 500;

    public long BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Of one still picture of a presentation.</summary>
    public int PictureBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Of one branding package, packed.</summary>
    public long PackageBytes { get; init; } = 50 * 1024 * 1024;

    public int JsonDepth { get; init; } = 32;

    public int ConnectionsMax { get; init; } = 20_000;

    public int ConnectionsPerAddress { get; init; } = 10_000;
}
