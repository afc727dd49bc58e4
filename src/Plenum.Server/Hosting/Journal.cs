using Microsoft.Extensions.Logging.Console;

namespace Plenum.Server.Hosting;

/// <summary>
/// What is written to the console: our own lines, and the framework's warnings. The framework's request lines stay off,
/// because they show query strings, and a query string may hold a token.
/// </summary>
internal sealed class Journal
{
    private volatile bool opened;

    /// <summary>From now on the host's own errors are written; before, a failed start is told once, by its refusal.</summary>
    public void Open() => opened = true;

    public void AddTo(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter((category, level) => level >= Threshold(category ?? ""));
    }

    private LogLevel Threshold(string category)
    {
        if (category.StartsWith("Plenum", StringComparison.Ordinal))
            return LogLevel.Information;
        if (category.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal) && !opened)
            return LogLevel.None;
        return LogLevel.Warning;
    }
}
