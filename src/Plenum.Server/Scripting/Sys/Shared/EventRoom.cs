using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys.Shared;

/// <summary><c>sys.events</c>: events of scripts' own, which listeners of the type <c>manual</c> wait for, and functions kept for later, each called once.</summary>
internal sealed class EventRoom(Database database, ListenerShelf listeners, RunQueue queue, ScriptEffects effects, TimeProvider time) : SysRoom, IForgets
{
    private const int LongestName = 200, LongestSource = 64 * 1024, LongestData = 64 * 1024;
    private static readonly TimeSpan Usual = TimeSpan.FromDays(1), LongestLife = TimeSpan.FromDays(365);

    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["events.trigger"] = Trigger,
        ["events.register"] = Register,
        ["events.take"] = Take,
    };

    public async Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation) =>
    [
        .. await database.Forget("functions kept by scripts", "script_callbacks", "until", TimeSpan.Zero, now, cancellation),
        new("values of scripts", await database.Write(
            transaction => transaction.Connection!.ExecuteAsync("DELETE FROM script_storage WHERE until > 0 AND until < @now", new { now = Stored.Time(now) }, transaction), cancellation)),
        .. await database.Forget("locks of scripts", "script_locks", "until", TimeSpan.Zero, now, cancellation),
    ];

    private async Task<SysReply> Trigger(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var name = given.Text(0, "The event", LongestName);
        if (given.At(1).GetRawText().Length > LongestData) throw NotForScripts.Bad($"What goes with an event has at most {LongestData} characters");
        var happened = new JsonObject { ["type"] = "CUSTOM", ["date"] = time.GetUtcNow().ToUnixTimeMilliseconds(), ["customEvent"] = name, ["customData"] = JsonNode.Parse(given.At(1).GetRawText()) };
        var occasion = script.Occasion with { Cause = "event", Event = happened, Depth = script.Occasion.Depth + 1 };
        if (occasion.Depth > Occasion.Deepest) throw NotForScripts.Bad($"Events that cause events that cause events: more than {Occasion.Deepest} deep");
        var waiting = (await listeners.Of(ListenerType.Manual, cancellation)).Where(kept => kept.Listener.Event == name).ToList();
        return await effects.Once(
            script,
            async transaction =>
            {
                foreach (var kept in waiting) await queue.Add(transaction, QueuedRun.Of(kept.Listener, occasion, $"{script.Run}\n{name}\n{kept.Listener.Name}\n{script.Effects}", time.GetUtcNow()));
                return Given.Nothing;
            },
            cancellation);
    }

    private Task<SysReply> Register(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var life = given.NumberOrNone(3, "ttl") is { } ms ? ms > 0 && ms <= LongestLife.TotalMilliseconds ? TimeSpan.FromMilliseconds(ms) : throw NotForScripts.Bad("ttl is in milliseconds, at most a year") : Usual;
        var row = new { key = Stored.Text(given.Text(0, "The key", LongestName)), source = Stored.Text(given.Text(1, "The function", LongestSource)), kept = given.Text(2, "The data", LongestData), until = Stored.Time(time.GetUtcNow() + life) };
        return effects.Once(
            script,
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(
                    "INSERT INTO script_callbacks (key, source, given, until) VALUES (@key, @source, @kept, @until) ON CONFLICT (key) DO UPDATE SET source = excluded.source, given = excluded.given, until = excluded.until", row, transaction);
                return Given.Nothing;
            },
            cancellation);
    }

    private Task<SysReply> Take(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var row = new { key = Stored.Text(given.Text(0, "The key", LongestName)), now = Stored.Time(time.GetUtcNow()) };
        return effects.Once(
            script,
            async transaction =>
            {
                var kept = await transaction.Connection!.QueryFirstOrDefaultAsync<Row>("DELETE FROM script_callbacks WHERE key = @key RETURNING source AS Source, given AS Given, until AS Until", row, transaction);
                return kept is not null && kept.Until > row.now ? Given.Of(new JsonObject { ["source"] = kept.Source, ["given"] = JsonNode.Parse(kept.Given) }) : Given.Nothing;
            },
            cancellation);
    }

    private sealed class Row
    {
        public string Source { get; init; } = "";

        public string Given { get; init; } = "";

        public long Until { get; init; }
    }
}
