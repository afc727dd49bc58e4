using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Plenum.Server.Scripting.Logs;

namespace Plenum.Server.Management;

/// <summary>The log of scripts as it grows. Asks the database, so that lines of every node are in it.</summary>
internal static class LogTail
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Looks = TimeSpan.FromMilliseconds(300), Breath = TimeSpan.FromSeconds(15);

    public static async IAsyncEnumerable<SseItem<LogLine>> Follow(ScriptLog log, LogQuestion question, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        var (seen, quiet) = (await log.Newest(cancellation), TimeSpan.Zero);
        // Something at once, so that whoever listens knows that it is listened to.
        yield return new SseItem<LogLine>(new LogLine(DateTimeOffset.UtcNow, Guid.Empty, "", "", ""), "here");
        while (!either.IsCancellationRequested)
        {
            var lines = await log.After(seen, AtOnce, cancellation);
            foreach (var line in lines.Where(line => Wanted(line, question))) yield return new SseItem<LogLine>(line, "line") { EventId = $"{line.Seq}" };
            if (lines.Count > 0) (seen, quiet) = (lines[^1].Seq, TimeSpan.Zero);
            else quiet += Looks;
            if (quiet >= Breath)
            {
                quiet = TimeSpan.Zero;
                yield return new SseItem<LogLine>(new LogLine(DateTimeOffset.UtcNow, Guid.Empty, "", "", ""), "here");
            }

            if (lines.Count < AtOnce && !await Pause(either.Token)) yield break;
        }
    }

    private static bool Wanted(LogLine line, LogQuestion question) =>
        question.Levels.Contains(line.Level)
        && (question.Run is null || line.Run == question.Run)
        && (string.IsNullOrEmpty(question.Listener) || line.Listener == question.Listener)
        && (string.IsNullOrWhiteSpace(question.Text) || line.Text.Contains(question.Text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static async Task<bool> Pause(CancellationToken cancellation)
    {
        await Task.Delay(Looks, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellation.IsCancellationRequested;
    }
}
