using System.Globalization;

namespace Plenum.Server.Hosting;

/// <summary>The last lines of the journal, kept in memory so that whoever asks for help need not search for them. Never more than so many, each cut.</summary>
internal sealed class RecentLines(TimeProvider time) : ILoggerProvider
{
    public const int Most = 2_000;
    public const int Longest = 2_000;

    private readonly Lock gate = new();
    private readonly Queue<string> lines = new();

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<string> All()
    {
        lock (gate) return [.. lines];
    }

    public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string category, string text)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {level} {category}: {text}").ReplaceLineEndings(" ");
        lock (gate)
        {
            if (lines.Count == Most) lines.Dequeue();
            lines.Enqueue(line.Length > Longest ? line[..Longest] : line);
        }
    }

    private sealed class Pen(RecentLines paper, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            paper.Write(logLevel, category, exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}");
    }
}
