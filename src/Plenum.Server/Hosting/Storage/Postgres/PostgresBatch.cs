using Npgsql;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>Many conferences' appends in one transaction of two round trips: lock and look, then write and commit.</summary>
internal sealed class PostgresBatch(NpgsqlConnection connection, IReadOnlyList<NewEntries> members)
{
    /// <summary>Returns one outcome per member; a conflict comes back without its entries.</summary>
    public async Task<IReadOnlyList<AppendOutcome>> Commit(CancellationToken cancellation)
    {
        var locked = await Lock(cancellation);
        var outcomes = members.Select(locked.Judge).ToList();
        var winners = members.Where((_, i) => outcomes[i] is AppendOutcome.Appended).ToList();
        await Write(winners, cancellation);
        return outcomes;
    }

    // Everything is locked in key order, so two batches on two nodes can wait for each other but never in a circle.
    private async Task<LockedHeads> Lock(CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 1 };
        batch.Say("BEGIN ISOLATION LEVEL READ COMMITTED");
        batch.Say(
            $"""
            INSERT INTO heads (conference_id, version, occupied, moved_at)
            SELECT id, 0, FALSE, {PostgresServer.Now} FROM unnest($1) AS fresh (id) ORDER BY id ON CONFLICT DO NOTHING
            """,
            members.Where(member => member.Expected == 0).Select(member => Stored.Id(member.Conference)).Distinct().ToArray());
        batch.Say(
            "SELECT conference_id, version FROM heads WHERE conference_id = ANY ($1) ORDER BY conference_id FOR UPDATE",
            members.Select(member => Stored.Id(member.Conference)).Distinct().ToArray());
        batch.Say(
            $"""
            SELECT participant_id, valid_until > {PostgresServer.Now} FROM presence
            WHERE participant_id = ANY ($1) ORDER BY participant_id FOR UPDATE
            """,
            Gone(members));

        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var heads = new Dictionary<ConferenceId, long>();
        while (await rows.ReadAsync(cancellation))
            heads[ConferenceId.Parse(rows.GetString(0))] = rows.GetInt64(1);
        await rows.NextResultAsync(cancellation);
        var present = new HashSet<Guid>();
        while (await rows.ReadAsync(cancellation))
        {
            if (rows.GetBoolean(1))
                present.Add(Guid.Parse(rows.GetString(0)));
        }

        return new LockedHeads(heads, present);
    }

    private async Task Write(List<NewEntries> winners, CancellationToken cancellation)
    {
        var last = winners.GroupBy(winner => winner.Conference).Select(group => group.Last()).ToList();
        var entries = winners.SelectMany(winner => winner.Entries, (winner, entry) => (Id: Stored.Id(winner.Conference), Entry: entry)).ToList();
        var texts = entries.Where(line => line.Entry.Text is not null).ToList();

        await using var batch = new NpgsqlBatch(connection) { Timeout = 1 };
        if (entries.Count > 0)
        {
            batch.Say(
                "INSERT INTO events (conference_id, version, at, kind, body, cause) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)",
                entries.Select(line => line.Id).ToArray(),
                entries.Select(line => line.Entry.Version).ToArray(),
                entries.Select(line => Stored.Time(line.Entry.At)).ToArray(),
                entries.Select(line => line.Entry.Kind).ToArray(),
                entries.Select(line => line.Entry.Body).ToArray(),
                entries.Select(line => line.Entry.Cause).ToArray());
        }

        if (texts.Count > 0)
        {
            batch.Say(
                "INSERT INTO texts (conference_id, version, at, text) SELECT * FROM unnest($1, $2, $3, $4)",
                texts.Select(line => line.Id).ToArray(),
                texts.Select(line => line.Entry.Version).ToArray(),
                texts.Select(line => Stored.Time(line.Entry.At)).ToArray(),
                texts.Select(line => line.Entry.Text!).ToArray());
        }

        batch.Say(
            $"""
            UPDATE heads SET version = moved.version, occupied = moved.occupied, moved_at = {PostgresServer.Now}
            FROM unnest($1, $2, $3) AS moved (conference_id, version, occupied)
            WHERE heads.conference_id = moved.conference_id
            """,
            last.Select(winner => Stored.Id(winner.Conference)).ToArray(),
            last.Select(winner => winner.Reached).ToArray(),
            last.Select(winner => winner.Occupied).ToArray());
        batch.Say("DELETE FROM presence WHERE participant_id = ANY ($1)", Gone(winners));
        batch.Say(winners.Count > 0 ? "COMMIT" : "ROLLBACK");
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static string[] Gone(IEnumerable<NewEntries> of) =>
        [.. of.SelectMany(member => member.Expiring.Concat(member.Leaving)).Distinct().Select(Stored.Id)];
}
