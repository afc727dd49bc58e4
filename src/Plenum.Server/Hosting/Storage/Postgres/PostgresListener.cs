using Npgsql;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>
/// Hears the doorbell on a connection of its own. Because notifications get lost with their connection, it compares the
/// heads that moved lately once a second and after every reconnect, so that no movement stays unheard.
/// </summary>
internal sealed class PostgresListener(PostgresServer server) : IAsyncDisposable
{
    // Longer than any append's transaction may take from stamping the head to being visible.
    private const long Margin = 10_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly List<Moved> heard = [];
    private Dictionary<ConferenceId, long> told = [];
    private NpgsqlConnection? connection;
    private DateTime nextComparison;
    private long compared = long.MaxValue;

    /// <summary>The next movements; an empty answer means that there was nothing to tell for a while.</summary>
    public async Task<IReadOnlyList<Moved>> Next(CancellationToken cancellation)
    {
        try
        {
            if (connection is null)
                await Connect(cancellation);
            var left = nextComparison - DateTime.UtcNow;
            // Npgsql takes whole milliseconds, and zero for ever.
            if (left < TimeSpan.FromMilliseconds(1))
                await Compare(cancellation);
            else
                await connection!.WaitAsync(left, cancellation);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or InvalidOperationException or IOException)
        {
            await Disconnect();
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }

        return News();
    }

    public async ValueTask DisposeAsync() => await Disconnect();

    private async Task Connect(CancellationToken cancellation)
    {
        connection = await server.Apart(cancellation);
        connection.Notification += (_, bell) => heard.AddRange(PostgresDoorbell.Parse(bell.Payload));
        nextComparison = DateTime.MinValue;
        await using var listen = connection.Say($"LISTEN {PostgresDoorbell.Channel}");
        await listen.ExecuteNonQueryAsync(cancellation);
    }

    private async Task Disconnect()
    {
        if (connection is { } broken)
            await broken.DisposeAsync();
        connection = null;
    }

    private async Task Compare(CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 1 };
        batch.Say($"SELECT {PostgresServer.Now}");
        batch.Say(
            $"SELECT conference_id, version FROM heads WHERE version > 0 AND moved_at > LEAST($1, {PostgresServer.Now}) - {Margin}",
            compared);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var now = rows.GetInt64(0);
        await rows.NextResultAsync(cancellation);
        var recent = new HashSet<ConferenceId>();
        while (await rows.ReadAsync(cancellation))
        {
            var moved = new Moved(ConferenceId.Parse(rows.GetString(0)), rows.GetInt64(1));
            recent.Add(moved.Conference);
            heard.Add(moved);
        }

        // What has not moved for so long cannot come up in a comparison again.
        told = told.Where(pair => recent.Contains(pair.Key)).ToDictionary();
        compared = now;
        nextComparison = DateTime.UtcNow + Interval;
    }

    private List<Moved> News()
    {
        var news = new List<Moved>();
        foreach (var moved in heard.Where(moved => told.GetValueOrDefault(moved.Conference) < moved.Version))
        {
            told[moved.Conference] = moved.Version;
            news.Add(moved);
        }

        heard.Clear();
        return news;
    }
}
