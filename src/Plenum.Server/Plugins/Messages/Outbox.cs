using System.Data.Common;
using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Plugins.Messages;

/// <summary>Messages on their way to pages. What is in here is not lost: a page that was away takes up where it was.</summary>
internal sealed class Outbox(Database database, TimeProvider time)
{
    private const string Waiting =
        """
        SELECT d.tab AS Tab, d.seq AS Seq, m.id AS Id, m.run AS Run, m.plugin AS Plugin, m.name AS Name, m.body AS Body, m.callbacks AS Callbacks, m.at AS At, m.until AS Until, m.on_timeout AS OnTimeout, m.closed AS Closed
        FROM ui_deliveries d JOIN ui_messages m ON m.id = d.message
        """;

    /// <summary>Stores a message for these pages. One that is there already, from a run that was begun again, is left as it is.</summary>
    public Task<IReadOnlyList<Delivery>> Post(UiMessage message, IReadOnlyList<Tab> tabs, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var connection = transaction.Connection!;
            var isNew = await connection.ExecuteAsync(
                "INSERT INTO ui_messages (id, run, plugin, name, body, callbacks, at, until, on_timeout) VALUES (@Id, @Run, @Plugin, @Name, @Body, @Callbacks, @At, @Until, @OnTimeout) ON CONFLICT (id) DO NOTHING",
                new
                {
                    Id = Stored.Id(message.Id),
                    Run = Stored.Id(message.Run),
                    message.Plugin,
                    message.Name,
                    Body = message.Body.GetRawText(),
                    Callbacks = JsonSerializer.Serialize(new Dictionary<string, string>(message.Callbacks), RegistryJson.Default.DictionaryStringString),
                    At = Stored.Time(message.At),
                    Until = Stored.Time(message.Until),
                    OnTimeout = Stored.Text(message.OnTimeout),
                },
                transaction) > 0;
            var deliveries = new List<Delivery>();
            if (!isNew) return (IReadOnlyList<Delivery>)deliveries;
            // In one order, so that two messages to the same pages never wait for each other.
            foreach (var tab in tabs.OrderBy(tab => tab.Id, StringComparer.Ordinal)) deliveries.Add(await Deliver(transaction, message, tab));
            await along(transaction);
            return deliveries;
        },
        cancellation);

    /// <summary>What a page has not taken yet, after a number, in order.</summary>
    public async Task<IReadOnlyList<Delivery>> After(Tab tab, long seq, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            $"{Waiting} WHERE d.tab = @Tab AND d.seq > @seq AND m.until > @now ORDER BY d.seq LIMIT 500", new { Tab = tab.Id, seq, now = Stored.Time(time.GetUtcNow()) });
        return [.. rows.Select(row => new Delivery(tab, row.Seq, row.ToMessage()))];
    }

    /// <summary>The page has them; what it has is not sent again.</summary>
    public Task Taken(Tab tab, long through, CancellationToken cancellation) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync(
            "UPDATE ui_deliveries SET taken_at = @now WHERE tab = @Tab AND seq <= @through AND taken_at IS NULL", new { Tab = tab.Id, through, now = Stored.Time(time.GetUtcNow()) }, transaction),
        cancellation);

    /// <summary>The message, if it ever went to this page.</summary>
    public async Task<UiMessage?> Find(Guid id, string tab, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryFirstOrDefaultAsync<Row>($"{Waiting} WHERE d.message = @id AND d.tab = @tab", new { id = Stored.Id(id), tab }))?.ToMessage();
    }

    /// <summary>What a run sent, in order.</summary>
    public async Task<IReadOnlyList<UiMessage>> By(Guid run, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            "SELECT id AS Id, run AS Run, plugin AS Plugin, name AS Name, body AS Body, callbacks AS Callbacks, at AS At, until AS Until, on_timeout AS OnTimeout, closed AS Closed FROM ui_messages WHERE run = @run ORDER BY at LIMIT 200",
            new { run = Stored.Id(run) });
        return [.. rows.Select(row => row.ToMessage())];
    }

    /// <summary>Ends the time in which it may be answered; false when that was over, or when somebody answered and this should not end it.</summary>
    public Task<bool> Close(Guid id, Closing why, bool unlessAnswered, CancellationToken cancellation) => database.Write(
        async transaction => await transaction.Connection!.ExecuteAsync(
            "UPDATE ui_messages SET closed = @why WHERE id = @id AND closed = '' AND (@any = 1 OR answers = 0)", new { id = Stored.Id(id), why = $"{why}", any = unlessAnswered ? 0 : 1 }, transaction) > 0,
        cancellation);

    public async Task<(UiMessage Message, IReadOnlyList<Fate> Fates)?> Life(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<Row>(
            "SELECT id AS Id, run AS Run, plugin AS Plugin, name AS Name, body AS Body, callbacks AS Callbacks, at AS At, until AS Until, on_timeout AS OnTimeout, closed AS Closed FROM ui_messages WHERE id = @id", new { id = Stored.Id(id) });
        if (row is null) return null;
        var fates = await connection.QueryAsync<FateRow>(
            "SELECT tab AS Tab, participant AS Participant, at AS At, taken_at AS TakenAt FROM ui_deliveries WHERE message = @id ORDER BY tab", new { id = Stored.Id(id) });
        return (row.ToMessage(), [.. fates.Select(fate => new Fate(fate.Tab, fate.Participant, Stored.Time(fate.At), fate.TakenAt is { } taken ? Stored.Time(taken) : null))]);
    }

    private static async Task<Delivery> Deliver(DbTransaction transaction, UiMessage message, Tab tab)
    {
        var connection = transaction.Connection!;
        var seq = await connection.ExecuteScalarAsync<long>("UPDATE ui_tabs SET last_seq = last_seq + 1 WHERE tab = @Id RETURNING last_seq", new { tab.Id }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO ui_deliveries (tab, seq, message, participant, at) VALUES (@Tab, @seq, @Message, @Participant, @At)",
            new { Tab = tab.Id, seq, Message = Stored.Id(message.Id), Participant = tab.User, At = Stored.Time(message.At) },
            transaction);
        return new Delivery(tab, seq, message);
    }

    private sealed class Row
    {
        public long Seq { get; init; }

        public string Id { get; init; } = "";

        public string Run { get; init; } = "";

        public string Plugin { get; init; } = "";

        public string Name { get; init; } = "";

        public string Body { get; init; } = "";

        public string Callbacks { get; init; } = "";

        public long At { get; init; }

        public long Until { get; init; }

        public string OnTimeout { get; init; } = "";

        public string Closed { get; init; } = "";

        public UiMessage ToMessage() => new(
            Guid.Parse(Id), Guid.Parse(Run), Plugin, Name, JsonDocument.Parse(Body).RootElement, JsonSerializer.Deserialize(Callbacks, RegistryJson.Default.DictionaryStringString)!,
            Stored.Time(At), Stored.Time(Until))
        { OnTimeout = OnTimeout, Closed = Enum.TryParse<Closing>(Closed, out var why) ? why : null };
    }

    private sealed class FateRow
    {
        public string Tab { get; init; } = "";

        public string Participant { get; init; } = "";

        public long At { get; init; }

        public long? TakenAt { get; init; }
    }
}
