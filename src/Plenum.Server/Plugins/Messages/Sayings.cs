using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Plugins.Messages;

/// <summary>What pages said, stored before it is answered. A number that was there before is a repetition, and changes nothing.</summary>
internal sealed class Sayings(Database database, TimeProvider time) : IForgets
{
    private const string Columns =
        "SELECT tab AS Tab, seq AS Seq, participant AS Participant, person AS Person, plugin AS Plugin, message AS Message, event AS Event, callback AS Callback, body AS Body, ip AS Ip, at AS At, account AS Account, conference AS Conference FROM ui_sayings";

    /// <summary>A node takes up what it had not finished when it fell.</summary>
    private static readonly string Node = Environment.MachineName;

    public event Action<string>? Said;

    /// <summary>False when it answers what takes no answers any more, and was not said before that.</summary>
    public async Task<bool> Keep(Saying saying, CancellationToken cancellation)
    {
        var (kept, isNew) = await database.Write(
            async transaction =>
            {
                var row = new
                {
                    saying.Tab,
                    saying.Seq,
                    Participant = saying.User,
                    saying.Person,
                    Node,
                    saying.Plugin,
                    Message = saying.Message is { } message ? Stored.Id(message) : "",
                    saying.Event,
                    Callback = saying.Callback ?? "",
                    Body = saying.Body.GetRawText(),
                    saying.Address,
                    At = Stored.Time(saying.At),
                    saying.Account,
                    saying.Conference,
                };
                // Whoever ends the time to answer, and whoever answers, change the same row, so one of them is first.
                var open = saying.Message is null || await transaction.Connection!.ExecuteAsync("UPDATE ui_messages SET answers = answers + 1 WHERE id = @Message AND closed = ''", row, transaction) > 0;
                var before = await transaction.Connection!.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM ui_sayings WHERE tab = @Tab AND seq = @Seq", row, transaction) > 0;
                if (before || !open) return (before || open, false);
                await transaction.Connection!.ExecuteAsync(
                    """
                    INSERT INTO ui_sayings (tab, seq, participant, person, node, plugin, message, event, callback, body, ip, at, account, conference)
                    VALUES (@Tab, @Seq, @Participant, @Person, @Node, @Plugin, @Message, @Event, @Callback, @Body, @Address, @At, @Account, @Conference) ON CONFLICT (tab, seq) DO NOTHING
                    """,
                    row,
                    transaction);
                return (true, true);
            },
            cancellation);
        if (isNew) Said?.Invoke(saying.Tab);
        return kept;
    }

    /// <summary>How many replies to a message a page sent.</summary>
    public async Task<long> Count(Guid message, string tab, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM ui_sayings WHERE message = @message AND tab = @tab", new { message = Stored.Id(message), tab });
    }

    /// <summary>How many people answered a message, and how many it went to.</summary>
    public async Task<(long Answered, long Expected)> Answered(Guid message, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.QuerySingleAsync<(long, long)>(
            "SELECT (SELECT COUNT(DISTINCT participant) FROM ui_sayings WHERE message = @message), (SELECT COUNT(DISTINCT participant) FROM ui_deliveries WHERE message = @message)", new { message = Stored.Id(message) });
    }

    /// <summary>What is left to do for a page, in its order.</summary>
    public async Task<IReadOnlyList<Saying>> Waiting(string tab, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Columns} WHERE tab = @tab AND done_at IS NULL ORDER BY seq LIMIT 200", new { tab })).Select(row => row.ToSaying())];
    }

    /// <summary>Pages for which this node has something left to do.</summary>
    public async Task<IReadOnlyList<string>> Behind(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. await connection.QueryAsync<string>("SELECT DISTINCT tab FROM ui_sayings WHERE node = @Node AND done_at IS NULL", new { Node })];
    }

    public async Task<IReadOnlyList<Saying>> To(Guid message, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Columns} WHERE message = @message ORDER BY at, tab, seq LIMIT 1000", new { message = Stored.Id(message) })).Select(row => row.ToSaying())];
    }

    public Task Done(Saying saying, CancellationToken cancellation) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync(
            "UPDATE ui_sayings SET done_at = @now WHERE tab = @Tab AND seq = @Seq", new { saying.Tab, saying.Seq, now = Stored.Time(time.GetUtcNow()) }, transaction),
        cancellation);

    public async Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation) =>
    [
        .. await database.Forget("replies of plugins", "ui_sayings", "at", TimeSpan.FromDays(kept.ScriptLogDays), now, cancellation),
        .. await database.Forget("deliveries to plugins", "ui_deliveries", "at", TimeSpan.FromDays(kept.ScriptLogDays), now, cancellation),
        .. await database.Forget("messages to plugins", "ui_messages", "at", TimeSpan.FromDays(kept.ScriptLogDays), now, cancellation),
        .. await database.Forget("pages with plugins", "ui_tabs", "at", TimeSpan.FromDays(kept.ScriptLogDays), now, cancellation),
    ];

    private sealed class Row
    {
        public string Tab { get; init; } = "";

        public long Seq { get; init; }

        public string Participant { get; init; } = "";

        public string Person { get; init; } = "";

        public string Plugin { get; init; } = "";

        public string Message { get; init; } = "";

        public string Event { get; init; } = "";

        public string Callback { get; init; } = "";

        public string Body { get; init; } = "";

        public string Ip { get; init; } = "";

        public long At { get; init; }

        public string Account { get; init; } = "";

        public string Conference { get; init; } = "";

        public Saying ToSaying() => new(
            Tab, Seq, Participant, Person, Plugin, Message.Length > 0 ? Guid.Parse(Message) : null, Event, Callback.Length > 0 ? Callback : null,
            JsonDocument.Parse(Body).RootElement, Ip, Stored.Time(At))
        { Account = Account, Conference = Conference };
    }
}
