using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys.Storage;

/// <summary><c>sys.storage</c>: values by key, kept until they are removed or their time is over. Each step is whole: nobody comes between.</summary>
internal sealed class StorageRoom(Database database, ScriptEffects effects, ServerKey key, TimeProvider time) : SysRoom
{
    private const int LongestKey = 500, LongestValue = 256 * 1024, Most = 100_000, MostListed = 1_000;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(3650);
    private readonly SealedBox sealing = new(key.Derive("values of scripts"));

    private delegate (Kept? After, SysReply Reply) Step(Kept? before);

    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["storage.get"] = Get,
        ["storage.keys"] = Keys,
        ["storage.put"] = (given, script, ended) => Change(given, script, before => (Wanted(given, 1, 2), Told(before)), ended),
        ["storage.putIfAbsent"] = (given, script, ended) => Change(given, script, before => (before ?? Wanted(given, 1, 2), Given.Of(before is null)), ended),
        ["storage.replace"] = (given, script, ended) => Change(given, script, before => (before is null ? null : Wanted(given, 1, 2), Given.Of(before is not null)), ended),
        ["storage.remove"] = (given, script, ended) => Change(given, script, before => (null, Told(before)), ended),
        ["storage.increment"] = (given, script, ended) => Change(given, script, before => Increment(given, before), ended),
        ["storage.compareAndSet"] = (given, script, ended) => Change(given, script, before => Compare(given, before), ended),
        ["storage.clear"] = Clear,
    };

    private async Task<SysReply> Get(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var name = given.Text(0, "The key", LongestKey);
        await using var connection = await database.Open(cancellation);
        var kept = (await connection.QueryFirstOrDefaultAsync<Row>("SELECT value AS Value, sealed AS Sealed, until AS Until FROM script_storage WHERE key = @name", new { name }))?.At(Now);
        if (kept is null) return Given.Nothing;
        if (!kept.Sealed) return Given.Json(kept.Value);
        return Given.Json(given.Flag(1) ? Open(kept.Value) : JsonValue.Create(kept.Value).ToJsonString());
    }

    private async Task<SysReply> Keys(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var prefix = given.Text(0, "The beginning", LongestKey);
        await using var connection = await database.Open(cancellation);
        var found = await connection.QueryAsync<string>(
            "SELECT key FROM script_storage WHERE substr(key, 1, @length) = @prefix AND (until = 0 OR until > @Now) ORDER BY key LIMIT @MostListed", new { prefix, length = prefix.Length, Now, MostListed });
        return Given.Of(new JsonArray([.. found.Select(name => (JsonNode)name)]));
    }

    private Task<SysReply> Change(JsonElement given, RunningScript script, Step step, CancellationToken cancellation)
    {
        var name = Stored.Text(given.Text(0, "The key", LongestKey));
        return effects.Once(
            script,
            async transaction =>
            {
                var connection = transaction.Connection!;
                // The row is taken before it is read, so that steps of several nodes follow each other; one that is over is as good as none.
                await connection.ExecuteAsync("INSERT INTO script_storage (key, value, sealed, until) VALUES (@name, 'null', 0, 1) ON CONFLICT (key) DO UPDATE SET key = excluded.key", new { name }, transaction);
                var before = (await connection.QueryFirstAsync<Row>("SELECT value AS Value, sealed AS Sealed, until AS Until FROM script_storage WHERE key = @name", new { name }, transaction)).At(Now);
                var (after, reply) = step(before);
                if (after is null) await connection.ExecuteAsync("DELETE FROM script_storage WHERE key = @name", new { name }, transaction);
                else if (after != before) await Put(transaction, name, after, before is null);
                return reply;
            },
            cancellation);
    }

    private static async Task Put(DbTransaction transaction, string name, Kept kept, bool isNew)
    {
        var connection = transaction.Connection!;
        if (isNew && await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM script_storage", transaction: transaction) > Most) throw NotForScripts.Bad($"The storage holds {Most} values already");
        await connection.ExecuteAsync(
            "UPDATE script_storage SET value = @Value, sealed = @Sealed, until = @Until WHERE key = @name",
            new { kept.Value, Sealed = kept.Sealed ? 1L : 0L, kept.Until, name },
            transaction);
    }

    private Task<SysReply> Clear(JsonElement given, RunningScript script, CancellationToken cancellation) => effects.Once(
        script,
        async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("DELETE FROM script_storage", transaction: transaction);
            return Given.Nothing;
        },
        cancellation);

    private (Kept? After, SysReply Reply) Increment(JsonElement given, Kept? before)
    {
        if (given.NumberOrNone(1, "by") is not { } by) throw NotForScripts.Bad("by is a number");
        var sum = by;
        if (before is not null)
        {
            if (!double.TryParse(Plain(before), NumberStyles.Float, CultureInfo.InvariantCulture, out var now)) throw NotForScripts.Bad("What is there is no number");
            sum += now;
        }

        var json = sum.ToString("R", CultureInfo.InvariantCulture);
        return (before is null ? Wanted(json, given.At(2)) : before with { Value = before.Sealed ? Seal(json) : json }, Given.Json(json));
    }

    private (Kept? After, SysReply Reply) Compare(JsonElement given, Kept? before)
    {
        using var expected = JsonDocument.Parse(given.Text(1, "The value", LongestValue));
        using var there = JsonDocument.Parse(before is null ? "null" : Plain(before));
        return JsonElement.DeepEquals(expected.RootElement, there.RootElement) ? (Wanted(given, 2, 3), Given.Of(true)) : (before, Given.Of(false));
    }

    private Kept Wanted(JsonElement given, int value, int options) => Wanted(given.Text(value, "The value as JSON", LongestValue), given.At(options));

    private Kept Wanted(string json, JsonElement options)
    {
        var hidden = options.ValueKind is JsonValueKind.Object && options.TryGetProperty("encrypt", out var wish) && wish.ValueKind is JsonValueKind.True;
        var life = Given.Span(options, "ttl", LongestLife);
        return new Kept(hidden ? Seal(json) : json, hidden, life is { } ends ? Now + (long)ends.TotalMilliseconds : 0);
    }

    /// <summary>What was there, as <c>get</c> would tell it without being asked to open it.</summary>
    private static SysReply Told(Kept? kept) => kept is null ? Given.Nothing : Given.Json(kept.Sealed ? JsonValue.Create(kept.Value).ToJsonString() : kept.Value);

    private string Plain(Kept kept) => kept.Sealed ? Open(kept.Value) : kept.Value;

    private string Seal(string json) => sealing.Seal(Encoding.UTF8.GetBytes(json));

    private string Open(string sealedText) => sealing.Open(sealedText) is { } plain ? Encoding.UTF8.GetString(plain) : throw new NotForScripts("systemException", "The value cannot be opened with this server's key");

    private long Now => Stored.Time(time.GetUtcNow());

    private sealed record Kept(string Value, bool Sealed, long Until);

    private sealed class Row
    {
        public string Value { get; init; } = "";

        public long Sealed { get; init; }

        public long Until { get; init; }

        public Kept? At(long now) => Until == 0 || Until > now ? new Kept(Value, Sealed != 0, Until) : null;
    }
}
