namespace Plenum.Server.Hosting.Settings;

/// <summary>How long what happened in meetings is kept.</summary>
public sealed record RetentionSettings
{
    /// <summary>Chat text goes first; that somebody wrote stays in the timeline.</summary>
    public double ChatHours { get; init; } = 24;

    public double TimelineDays { get; init; } = 30;
}
