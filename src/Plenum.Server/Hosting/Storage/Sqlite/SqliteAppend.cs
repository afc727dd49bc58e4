using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>One conference's compare-and-set inside a batch: it looks before it writes, so a loser leaves no trace.</summary>
internal sealed class SqliteAppend(NewEntries entries, DateTimeOffset now)
{
    private readonly string conference = Stored.Id(entries.Conference);

    /// <summary>A conflict comes back without its entries; they are read after the commit.</summary>
    public AppendOutcome Do(SqliteStatements statements)
    {
        if ((statements.Head.Single(conference) as long? ?? 0) != entries.Expected)
            return new AppendOutcome.Conflict([]);
        var present = entries.Expiring
            .Where(participant => statements.StillPresent.Single(Stored.Id(participant), Stored.Time(now)) is not null)
            .ToList();
        if (present.Count > 0)
            return new AppendOutcome.StillPresent(present);
        Write(statements);
        return new AppendOutcome.Appended(entries.Reached);
    }

    private void Write(SqliteStatements statements)
    {
        statements.MoveHead.Run(conference, entries.Reached, entries.Occupied ? 1 : 0);
        foreach (var entry in entries.Entries)
        {
            var at = Stored.Time(entry.At);
            statements.Event.Run(conference, entry.Version, at, entry.Kind, entry.Body, entry.Cause);
            if (entry.Text is not null)
                statements.Text.Run(conference, entry.Version, at, entry.Text);
        }

        foreach (var participant in entries.Expiring.Concat(entries.Leaving))
            statements.Remove.Run(Stored.Id(participant));
    }
}
