using Dapper;

namespace Plenum.Server.Hosting.Storage;

/// <summary>Rows of a table that are kept for a while after a moment of theirs.</summary>
internal static class OldRows
{
    /// <summary>Deletes those whose while is over, and says how many. Table and column are the program's own words.</summary>
    public static async Task<IReadOnlyList<Forgotten>> Forget(
        this Database database, string what, string table, string column, TimeSpan kept, DateTimeOffset now, CancellationToken cancellation) =>
    [
        new(what, await database.Write(
            transaction => transaction.Connection!.ExecuteAsync(
                $"DELETE FROM {table} WHERE {column} < @before", new { before = (now - kept).ToUnixTimeMilliseconds() }, transaction),
            cancellation)),
    ];
}
