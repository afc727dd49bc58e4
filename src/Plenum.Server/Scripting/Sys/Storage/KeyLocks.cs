using System.Text.Json;
using Dapper;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys.Storage;

/// <summary><c>sys.utils.concurrency</c>: one run at a time holds a key, on whichever node. A run that ends holds nothing any more, and one that fell not for long.</summary>
internal sealed class KeyLocks(Database database, ScriptSettings settings, TimeProvider time) : SysRoom
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5), First = TimeSpan.FromMilliseconds(10), Longest = TimeSpan.FromMilliseconds(200);

    public override IReadOnlyDictionary<string, SysAnswer> Answers => new Dictionary<string, SysAnswer>
    {
        ["concurrency.lock"] = Lock,
        ["concurrency.unlock"] = (given, script, ended) => Unlock("DELETE FROM script_locks WHERE key = @key AND run = @run", given, script, ended),
        ["concurrency.forceUnlock"] = (given, script, ended) => Unlock("DELETE FROM script_locks WHERE key = @key", given, script, ended),
    };

    public async Task Release(RunningScript script)
    {
        if (!script.Locks) return;
        await database.Write(transaction => transaction.Connection!.ExecuteAsync("DELETE FROM script_locks WHERE run = @run", new { run = Stored.Id(script.Run) }, transaction), CancellationToken.None);
    }

    private async Task<SysReply> Lock(JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var key = Stored.Text(given.Text(0, "The key", 500));
        var patience = TimeSpan.FromSeconds(Math.Clamp(given.NumberOrNone(1, "The time to wait, in seconds") ?? settings.WallSeconds, 0, settings.WallSeconds));
        var began = time.GetTimestamp();
        for (var pause = First; !await Take(key, script, cancellation); pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            if (time.GetElapsedTime(began) >= patience) return given.Flag(2) ? throw new NotForScripts("timeout", $"The lock {key} was not free in time") : Given.Of(false);
            await Task.Delay(pause, time, cancellation);
        }

        script.Locks = true;
        return Given.Of(true);
    }

    private Task<bool> Take(string key, RunningScript script, CancellationToken cancellation) => database.Write(
        async transaction => await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO script_locks (key, run, until) VALUES (@key, @run, @until)
            ON CONFLICT (key) DO UPDATE SET run = excluded.run, until = excluded.until WHERE script_locks.run = excluded.run OR script_locks.until < @now
            """,
            new { key, run = Stored.Id(script.Run), now = Stored.Time(time.GetUtcNow()), until = Stored.Time(time.GetUtcNow() + TimeSpan.FromSeconds(settings.WallSeconds) + Grace) },
            transaction) > 0,
        cancellation);

    private async Task<SysReply> Unlock(string sql, JsonElement given, RunningScript script, CancellationToken cancellation)
    {
        var key = Stored.Text(given.Text(0, "The key", 500));
        await database.Write(transaction => transaction.Connection!.ExecuteAsync(sql, new { key, run = Stored.Id(script.Run) }, transaction), cancellation);
        return Given.Nothing;
    }
}
