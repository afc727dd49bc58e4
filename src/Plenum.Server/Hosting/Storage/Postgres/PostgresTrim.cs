using Dapper;
using Npgsql;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>Forgets in steps, each its own transaction, so that no append waits for a long one.</summary>
internal sealed class PostgresTrim(NpgsqlConnection connection, Retention retention)
{
    private const int Step = 5000;

    private const int Patience = 60;

    // Times never fall within a conference: if its oldest entry is young, there is nothing to look for.
    private const string ForgetEvents =
        """
        DELETE FROM events USING (
            SELECT s.conference_id, old.version FROM snapshots s
            CROSS JOIN LATERAL (SELECT at FROM events WHERE conference_id = s.conference_id ORDER BY version LIMIT 1) oldest
            CROSS JOIN LATERAL (
                SELECT version, at FROM events WHERE conference_id = s.conference_id AND version <= s.version
                ORDER BY version LIMIT 500) old
            WHERE oldest.at < @before AND old.at < @before LIMIT @Step) gone
        WHERE events.conference_id = gone.conference_id AND events.version = gone.version
        """;

    private const string ForgetTexts =
        """
        DELETE FROM texts USING (SELECT conference_id, version FROM texts WHERE at < @before LIMIT @Step) gone
        WHERE texts.conference_id = gone.conference_id AND texts.version = gone.version
        """;

    private const string ForgetOrphans =
        """
        DELETE FROM texts USING snapshots s
        WHERE texts.conference_id = s.conference_id AND texts.version <= s.version AND texts.at < @before
            AND NOT EXISTS (SELECT 1 FROM events e WHERE e.conference_id = texts.conference_id AND e.version = texts.version)
        """;

    public async Task<Trimmed> Run(CancellationToken cancellation)
    {
        var texts = await Repeat(ForgetTexts, retention.TextsBefore, cancellation);
        var entries = await Repeat(ForgetEvents, retention.EntriesBefore, cancellation);
        return new Trimmed(texts + await Repeat(ForgetOrphans, retention.EntriesBefore, cancellation), entries);
    }

    private async Task<long> Repeat(string sql, DateTimeOffset before, CancellationToken cancellation)
    {
        var removed = 0L;
        int last;
        do
        {
            last = await connection.ExecuteAsync(new CommandDefinition(
                sql, new { before = Stored.Time(before), Step }, commandTimeout: Patience, cancellationToken: cancellation));
            removed += last;
        }
        while (last > 0);
        return removed;
    }
}
