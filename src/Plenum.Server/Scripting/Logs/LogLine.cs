namespace Plenum.Server.Scripting.Logs;

/// <summary>One line that a run wrote, or that says how it ended.</summary>
public sealed record LogLine(DateTimeOffset At, Guid Run, string Listener, string Level, string Text)
{
    public static readonly IReadOnlyList<string> Levels = ["debug", "info", "warn", "error"];

    /// <summary>The number that it got; zero before it was kept.</summary>
    public long Seq { get; init; }

    /// <summary>On whose behalf the script ran, where on anybody's.</summary>
    public string Person { get; init; } = "";

    /// <summary>The message that the line is about.</summary>
    public Guid? Message { get; init; }

    /// <summary>The alias of the conference that the run is about.</summary>
    public string Conference { get; init; } = "";
}

/// <summary>Which lines are wanted: those with a text in them, of these levels, of one run, person, message or conference, before a number.</summary>
public sealed record LogQuestion(string? Text, IReadOnlyList<string> Levels, Guid? Run, string? Listener, long Before, int Take)
{
    public string? Person { get; init; }

    public Guid? Message { get; init; }

    public string? Conference { get; init; }
}
