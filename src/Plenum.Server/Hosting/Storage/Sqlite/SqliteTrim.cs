using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>Forgets in small steps between the batches, so that a trim never holds up an append for long.</summary>
internal sealed class SqliteTrim(SqliteWriter writer, SqliteReaders readers, Retention retention)
{
    private const int Step = 500;

    public async Task<Trimmed> Run(CancellationToken cancellation)
    {
        var texts = await Repeat(
            statements => statements.ForgetTexts.Run(Stored.Time(retention.TextsBefore), Step), cancellation);
        var entries = 0L;
        foreach (var (conference, version) in readers.Read(reader => reader.Forgettable(retention.EntriesBefore)))
        {
            var before = Stored.Time(retention.EntriesBefore);
            entries += await Repeat(
                statements => statements.ForgetEvents.Run(conference, version, Step, before), cancellation);
            texts += await Repeat(
                statements => statements.ForgetOrphans.Run(conference, version, Step), cancellation);
        }

        return new Trimmed(texts, entries);
    }

    private async Task<long> Repeat(Func<SqliteStatements, int> step, CancellationToken cancellation)
    {
        var removed = 0L;
        int last;
        do
        {
            last = await writer.Write(step, _ => { }, cancellation);
            removed += last;
        }
        while (last == Step);
        return removed;
    }
}
