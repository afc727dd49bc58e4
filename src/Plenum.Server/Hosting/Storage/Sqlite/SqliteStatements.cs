using Microsoft.Data.Sqlite;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>Everything that the writer says to the database, prepared once.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Statement begin = new(connection, "BEGIN IMMEDIATE");
    private readonly Statement commit = new(connection, "COMMIT");
    private readonly Statement rollback = new(connection, "ROLLBACK");

    public Statement Head { get; } = new(connection, "SELECT version FROM heads WHERE conference_id = @conference");

    public Statement MoveHead { get; } = new(connection,
        """
        INSERT INTO heads (conference_id, version, occupied) VALUES (@conference, @version, @occupied)
        ON CONFLICT (conference_id) DO UPDATE SET version = excluded.version, occupied = excluded.occupied
        """);

    public Statement Event { get; } = new(connection,
        """
        INSERT INTO events (conference_id, version, at, kind, body, cause)
        VALUES (@conference, @version, @at, @kind, @body, @cause)
        """);

    public Statement Text { get; } = new(connection,
        "INSERT INTO texts (conference_id, version, at, text) VALUES (@conference, @version, @at, @text)");

    public Statement StillPresent { get; } = new(connection,
        "SELECT 1 FROM presence WHERE participant_id = @participant AND valid_until > @now");

    public Statement Remove { get; } = new(connection, "DELETE FROM presence WHERE participant_id = @participant");

    public Statement Arrive { get; } = new(connection,
        """
        INSERT INTO presence (participant_id, conference_id, generation, node, valid_until)
        VALUES (@participant, @conference, @generation, @node, @until)
        ON CONFLICT (participant_id) DO UPDATE SET conference_id = excluded.conference_id,
            generation = excluded.generation, node = excluded.node, valid_until = excluded.valid_until
        """);

    public Statement Refresh { get; } = new(connection,
        """
        UPDATE presence SET conference_id = @conference, generation = @generation, node = @node, valid_until = @until
        WHERE participant_id = @participant
        """);

    public Statement Keep { get; } = new(connection,
        """
        INSERT INTO snapshots (conference_id, version, stamp, body) VALUES (@conference, @version, @stamp, @body)
        ON CONFLICT (conference_id) DO UPDATE SET version = excluded.version, stamp = excluded.stamp, body = excluded.body
        WHERE excluded.version >= snapshots.version
        """);

    public Statement ForgetTexts { get; } = new(connection,
        """
        DELETE FROM texts WHERE (conference_id, version) IN
            (SELECT conference_id, version FROM texts WHERE at < @before LIMIT @step)
        """);

    // Times never fall within a conference, so only the oldest few need to be looked at.
    public Statement ForgetEvents { get; } = new(connection,
        """
        DELETE FROM events WHERE conference_id = @conference AND version IN
            (SELECT version FROM events WHERE conference_id = @conference AND version <= @covered ORDER BY version LIMIT @step)
            AND at < @before
        """);

    public Statement ForgetOrphans { get; } = new(connection,
        """
        DELETE FROM texts WHERE conference_id = @conference AND version IN
            (SELECT t.version FROM texts t WHERE t.conference_id = @conference AND t.version <= @covered AND NOT EXISTS
                (SELECT 1 FROM events e WHERE e.conference_id = t.conference_id AND e.version = t.version) LIMIT @step)
        """);

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>Some errors have already rolled back by themselves; what matters is that no transaction is left open.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            rollback.Run();
    }

    public void Dispose()
    {
        Statement[] all =
        [
            begin, commit, rollback, Head, MoveHead, Event, Text, StillPresent, Remove, Arrive, Refresh, Keep,
            ForgetTexts, ForgetEvents, ForgetOrphans,
        ];
        foreach (var statement in all)
            statement.Dispose();
        connection.Dispose();
    }
}
