using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Scripting.Runs;

/// <summary>Runs as they are stored.</summary>
internal static class RunRows
{
    private const string Columns = "SELECT id AS Id, listener AS Listener, cause AS Cause, at AS At, took_ms AS TookMs, peak_bytes AS PeakBytes, outcome AS Outcome, message AS Message, stack AS Stack, line AS Line FROM script_runs";

    public static Task Add(DbTransaction transaction, Run run) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO script_runs (id, listener, cause, at, took_ms, peak_bytes, outcome, message, stack, line)
        VALUES (@Id, @Listener, @Cause, @At, @TookMs, @PeakBytes, @Outcome, @Message, @Stack, @Line) ON CONFLICT (id) DO NOTHING
        """,
        new
        {
            Id = Stored.Id(run.Id),
            run.Listener,
            run.Cause,
            At = Stored.Time(run.At),
            TookMs = (long)run.Report.Took.TotalMilliseconds,
            run.Report.PeakBytes,
            run.Outcome,
            Message = Stored.Text(run.Message),
            Stack = Stored.Text(run.Stack),
            Line = (long)run.Line,
        },
        transaction);

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<RunRow>> Read(Database database, string? listener, int take, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. await connection.QueryAsync<RunRow>($"{Columns} WHERE @listener = '' OR listener = @listener ORDER BY at DESC, id DESC LIMIT @take", new { listener = listener ?? "", take })];
    }

    public static async Task<RunRow?> Find(Database database, Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.QueryFirstOrDefaultAsync<RunRow>($"{Columns} WHERE id = @id", new { id = Stored.Id(id) });
    }
}

/// <summary>One of them.</summary>
internal sealed class RunRow
{
    public string Id { get; init; } = "";

    public string Listener { get; init; } = "";

    public string Cause { get; init; } = "";

    public long At { get; init; }

    public long TookMs { get; init; }

    public long PeakBytes { get; init; }

    public string Outcome { get; init; } = "";

    public string Message { get; init; } = "";

    public string Stack { get; init; } = "";

    public long Line { get; init; }
}
