using System.Threading.Channels;
using Dapper;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Logs;

/// <summary>
/// What scripts wrote and how their runs ended. Writing never waits for the database: lines gather and are stored together.
/// While the storage is away they wait, up to a number, beyond which the oldest that are not stored yet are lost.
/// </summary>
internal sealed partial class ScriptLog(Database database, ILogger<ScriptLog> logger) : BackgroundService, IForgets
{
    private const int MostWaiting = 50_000, MostAtOnce = 1_000;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly Channel<Entry> waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, dropped => dropped.Kept?.TrySetResult());

    public void Write(LogLine line) => waiting.Writer.TryWrite(new Entry(line, null, null));

    /// <summary>Returns when the run, and all that it wrote before, is stored.</summary>
    public Task Keep(Run run)
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!waiting.Writer.TryWrite(new Entry(null, run, kept))) kept.TrySetResult();
        return kept.Task;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<LogLine>> Read(LogQuestion question, CancellationToken cancellation)
    {
        var like = $"%{Stored.Text(question.Text?.Trim() ?? "").ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT seq AS Seq, at AS At, run AS Run, listener AS Listener, level AS Level, text AS Text, person AS Person, message AS Message, conference AS Conference FROM script_lines
            WHERE seq < @Before AND (@Person = '' OR person = @Person) AND (@Message = '' OR message = @Message) AND (@Conference = '' OR conference = @Conference) AND (@Run = '' OR run = @Run) AND (@Listener = '' OR listener = @Listener) AND @Levels LIKE ('%,' || level || ',%') AND LOWER(text) LIKE @like ESCAPE '!'
            ORDER BY seq DESC LIMIT @Take
            """,
            new { question.Before, Run = question.Run is { } run ? Stored.Id(run) : "", Listener = question.Listener ?? "", Levels = $",{string.Join(',', question.Levels)},", like, question.Take, Person = question.Person ?? "", Message = question.Message is { } message ? Stored.Id(message) : "", Conference = question.Conference ?? "" });
        return [.. rows.Select(row => row.ToLine())];
    }

    /// <summary>The number of the newest line.</summary>
    public async Task<long> Newest(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(seq), 0) FROM script_lines");
    }

    /// <summary>The lines after a number, the oldest first.</summary>
    public async Task<IReadOnlyList<LogLine>> After(long seq, int take, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            "SELECT seq AS Seq, at AS At, run AS Run, listener AS Listener, level AS Level, text AS Text, person AS Person, message AS Message, conference AS Conference FROM script_lines WHERE seq > @seq ORDER BY seq LIMIT @take",
            new { seq, take });
        return [.. rows.Select(row => row.ToLine())];
    }

    public async Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation) =>
    [
        .. await database.Forget("lines of scripts", "script_lines", "at", TimeSpan.FromDays(kept.ScriptLogDays), now, cancellation),
        .. await database.Forget("runs of scripts", "script_runs", "at", TimeSpan.FromDays(kept.ScriptLogDays), now, cancellation),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Entry>(MostAtOnce);
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var entry)) batch.Add(entry);
                await StoredAtLast(batch, stoppingToken);
                batch.Clear();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Farewell(batch);
        }
    }

    private async Task StoredAtLast(List<Entry> batch, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await Store(batch, cancellation);
                return;
            }
            catch (Exception away) when (away is System.Data.Common.DbException or TimeoutException or IOException)
            {
                Delayed(batch.Count, away.Message);
                await Task.Delay(Again, cancellation);
            }
        }
    }

    /// <summary>What still waits when the server stops is stored if the storage answers.</summary>
    private async Task Farewell(List<Entry> batch)
    {
        while (waiting.Reader.TryRead(out var entry)) batch.Add(entry);
        if (batch.Count == 0) return;
        try
        {
            await Store(batch, CancellationToken.None);
        }
        catch (Exception away) when (away is System.Data.Common.DbException or TimeoutException or IOException)
        {
            Delayed(batch.Count, away.Message);
        }
    }

    private async Task Store(List<Entry> batch, CancellationToken cancellation)
    {
        await database.Write(
            async transaction =>
            {
                var connection = transaction.Connection!;
                var lines = batch.Where(entry => entry.Line is not null).Select(entry => entry.Line!).Select(line => new { At = Stored.Time(line.At), Run = Stored.Id(line.Run), line.Listener, line.Level, Text = Stored.Text(line.Text), Person = Stored.Text(line.Person), Message = line.Message is { } message ? Stored.Id(message) : "", Conference = Stored.Text(line.Conference) });
                await connection.ExecuteAsync("INSERT INTO script_lines (at, run, listener, level, text, person, message, conference) VALUES (@At, @Run, @Listener, @Level, @Text, @Person, @Message, @Conference)", lines, transaction);
                foreach (var run in batch.Where(entry => entry.Run is not null).Select(entry => entry.Run!)) await RunRows.Add(transaction, run);
                return true;
            },
            cancellation);
        foreach (var entry in batch) entry.Kept?.TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} entries of the script log cannot be stored now: {Why}")]
    private partial void Delayed(int count, string why);

    private sealed record Entry(LogLine? Line, Run? Run, TaskCompletionSource? Kept);

    private sealed class Row
    {
        public long Seq { get; init; }

        public long At { get; init; }

        public string Run { get; init; } = "";

        public string Listener { get; init; } = "";

        public string Level { get; init; } = "";

        public string Text { get; init; } = "";

        public string Person { get; init; } = "";

        public string Message { get; init; } = "";

        public string Conference { get; init; } = "";

        public LogLine ToLine() => new(Stored.Time(At), Guid.Parse(Run), Listener, Level, Text) { Seq = Seq, Person = Person, Message = Guid.TryParse(Message, out var message) ? message : null, Conference = Conference };
    }
}
