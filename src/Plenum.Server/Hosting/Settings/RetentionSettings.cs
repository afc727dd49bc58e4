namespace Plenum.Server.Hosting.Settings;

/// <summary>How long things are kept that tell of people.</summary>
public sealed record RetentionSettings
{
    /// <summary>Chat text goes first; that somebody wrote stays in the timeline.</summary>
    public double ChatHours { get; init; } = 24;

    public double TimelineDays { get; init; } = 30;

    /// <summary>Who changed what.</summary>
    public double AuditDays { get; init; } = 365;

    /// <summary>What browsers told of plugins that failed, since it was last told.</summary>
    public double PluginFaultDays { get; init; } = 90;

    /// <summary>What scripts on the server wrote, and how their runs ended.</summary>
    public double ScriptLogDays { get; init; } = 14;

    /// <summary>What must not be; null when all of it may.</summary>
    internal string? Wrong() => RetentionPart.All.FirstOrDefault(part => part.Of(this) is not > 0 or not < 1_000_000) is { } wrong
        ? $"Plenum:Retention:{char.ToUpperInvariant(wrong.Name[0])}{wrong.Name[1..]} must be above zero"
        : null;
}

/// <summary>One thing that is kept for a while: what it is called, how that is counted, and between which bounds it may be chosen.</summary>
public sealed record RetentionPart(
    string Name, string Title, string Unit, double Least, double Most, Func<RetentionSettings, double> Of, Func<RetentionSettings, double, RetentionSettings> With)
{
    public static readonly IReadOnlyList<RetentionPart> All =
    [
        new("chatHours", "Chat text", "hours", 0.1, 87_600, kept => kept.ChatHours, (kept, amount) => kept with { ChatHours = amount }),
        new("timelineDays", "What happened in meetings", "days", 0.1, 3_650, kept => kept.TimelineDays, (kept, amount) => kept with { TimelineDays = amount }),
        // Whoever changes something should not be able to have it forgotten on the same day.
        new("auditDays", "Audit", "days", 30, 36_500, kept => kept.AuditDays, (kept, amount) => kept with { AuditDays = amount }),
        new("pluginFaultDays", "Faults of plugins", "days", 0.1, 3_650, kept => kept.PluginFaultDays, (kept, amount) => kept with { PluginFaultDays = amount }),
        new("scriptLogDays", "Logs of scripts", "days", 0.1, 3_650, kept => kept.ScriptLogDays, (kept, amount) => kept with { ScriptLogDays = amount }),
    ];
}
