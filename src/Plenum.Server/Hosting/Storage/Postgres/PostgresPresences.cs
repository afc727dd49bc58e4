using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>
/// Presence that several nodes share. Times are kept on the database's clock: what is written is how long from now, so that
/// nodes whose clocks differ do not expire each other's participants.
/// </summary>
internal sealed class PostgresPresences(PostgresServer server, TimeProvider clock) : Presences
{
    // Rows are touched in key order, as an append locks them, so that the two never wait in a circle.
    private const string Given =
        $"""
        SELECT id, conference, generation, node, {PostgresServer.Now} + life AS until
        FROM unnest($1, $2, $3, $4, $5) AS given (id, conference, generation, node, life) ORDER BY id
        """;

    public override Task Write(IReadOnlyList<Presence> presences, CancellationToken cancellation) =>
        Send(
            $"""
            INSERT INTO presence (participant_id, conference_id, generation, node, valid_until) {Given}
            ON CONFLICT (participant_id) DO UPDATE SET conference_id = excluded.conference_id,
                generation = excluded.generation, node = excluded.node, valid_until = excluded.valid_until
            RETURNING participant_id
            """,
            presences,
            cancellation);

    public override async Task<IReadOnlyList<Guid>> Refresh(IReadOnlyList<Presence> presences, CancellationToken cancellation)
    {
        var refreshed = await Send(
            $"""
            WITH given AS ({Given}), there AS (
                SELECT participant_id FROM presence WHERE participant_id = ANY ($1) ORDER BY participant_id FOR UPDATE)
            UPDATE presence SET conference_id = given.conference, generation = given.generation,
                node = given.node, valid_until = given.until
            FROM given, there
            WHERE presence.participant_id = given.id AND there.participant_id = given.id
            RETURNING presence.participant_id
            """,
            presences,
            cancellation);
        return [.. presences.Select(presence => presence.Participant).Distinct().Except(refreshed)];
    }

    public override Task<IReadOnlyList<Presence>> Of(ConferenceId conference, CancellationToken cancellation) =>
        server.Ask<IReadOnlyList<Presence>>(
            async (connection, stop) =>
            {
                await using var command = connection.Say(
                    $"""
                    SELECT participant_id, generation, node, valid_until - {PostgresServer.Now}
                    FROM presence WHERE conference_id = $1
                    """,
                    Stored.Id(conference));
                await using var rows = await command.ExecuteReaderAsync(stop);
                var now = clock.GetUtcNow();
                var presences = new List<Presence>();
                while (await rows.ReadAsync(stop))
                {
                    var left = TimeSpan.FromMilliseconds(rows.GetInt64(3));
                    presences.Add(new(Guid.Parse(rows.GetString(0)), conference, rows.GetInt32(1), rows.GetString(2), now + left));
                }

                return presences;
            },
            cancellation);

    private Task<List<Guid>> Send(string sql, IReadOnlyList<Presence> presences, CancellationToken cancellation)
    {
        // A statement may touch a row once; the last word about a participant counts.
        var last = presences.GroupBy(presence => presence.Participant).Select(group => group.Last()).ToList();
        var now = clock.GetUtcNow();
        return server.Ask(
            async (connection, stop) =>
            {
                await using var command = connection.Say(
                    sql,
                    last.Select(presence => Stored.Id(presence.Participant)).ToArray(),
                    last.Select(presence => Stored.Id(presence.Conference)).ToArray(),
                    last.Select(presence => (long)presence.Generation).ToArray(),
                    last.Select(presence => presence.Node).ToArray(),
                    last.Select(presence => (long)(presence.ValidUntil - now).TotalMilliseconds).ToArray());
                await using var rows = await command.ExecuteReaderAsync(stop);
                var touched = new List<Guid>();
                while (await rows.ReadAsync(stop))
                    touched.Add(Guid.Parse(rows.GetString(0)));
                return touched;
            },
            cancellation);
    }
}
