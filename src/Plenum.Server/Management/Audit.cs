using System.Data.Common;
using Dapper;
using Plenum.Server.Accounts;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Management;

/// <summary>Who changed what, and when. A row is written in the transaction of the change itself; it never has a secret.</summary>
internal sealed class Audit(Database database, TimeProvider time) : IForgets
{
    /// <summary>Writes along with a change.</summary>
    public Task Note(DbTransaction transaction, Administrator who, string what, string target, string detail = "") =>
        transaction.Connection!.ExecuteAsync(
            "INSERT INTO audit (at, who, what, target, detail) VALUES (@At, @Who, @What, @Target, @Detail)",
            new { At = time.GetUtcNow().ToUnixTimeMilliseconds(), Who = who.Name, What = what, Target = target, Detail = detail },
            transaction);

    /// <summary>For changes that are not in a table, such as ending a meeting.</summary>
    public Task Note(Administrator who, string what, string target, string detail, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            await Note(transaction, who, what, target, detail);
            return true;
        },
        cancellation);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AuditLine>> Read(AuditFilter filter, long before, int take, CancellationToken cancellation)
    {
        var (like, who, what) = (filter.Like(), AuditFilter.Plain(filter.Who), AuditFilter.Plain(filter.What));
        var (begin, end) = (filter.Begin(), filter.End());
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT seq AS Seq, at AS At, who AS Who, what AS What, target AS Target, detail AS Detail FROM audit
            WHERE seq < @before AND at >= @begin AND at < @end AND (@who = '' OR LOWER(who) = @who) AND (@what = '' OR LOWER(what) = @what)
            AND LOWER(who || ' ' || what || ' ' || target || ' ' || detail) LIKE @like ESCAPE '!'
            ORDER BY seq DESC LIMIT @take
            """,
            new { before, begin, end, who, what, like, take });
        return [.. rows.Select(row => new AuditLine(row.Seq, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Who, row.What, row.Target, row.Detail))];
    }

    /// <summary>Who is in it, and which kinds of change are.</summary>
    public async Task<(IReadOnlyList<string> Who, IReadOnlyList<string> What)> Words(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return ([.. await connection.QueryAsync<string>("SELECT DISTINCT who FROM audit ORDER BY who")], [.. await connection.QueryAsync<string>("SELECT DISTINCT what FROM audit ORDER BY what")]);
    }

    public Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation) =>
        database.Forget("lines of the audit", "audit", "at", TimeSpan.FromDays(kept.AuditDays), now, cancellation);

    private sealed class Row
    {
        public long Seq { get; init; }

        public long At { get; init; }

        public string Who { get; init; } = "";

        public string What { get; init; } = "";

        public string Target { get; init; } = "";

        public string Detail { get; init; } = "";
    }
}

/// <summary>One line of the audit.</summary>
public sealed record AuditLine(long Seq, DateTimeOffset At, string Who, string What, string Target, string Detail);
