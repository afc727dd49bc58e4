using System.Data.Common;
using Dapper;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys;

/// <summary>
/// What runs have done, by their count, so that one that is begun again repeats nothing: it finds the reply that it had. What
/// is done outside this server has no such row, only the mark that it was tried.
/// </summary>
internal sealed class ScriptEffects(Database database, TimeProvider time) : IForgets
{
    private const long Mark = 0;

    /// <summary>Does something to the database once in a run's life, and gives the reply that it had then.</summary>
    public async Task<SysReply> Once(RunningScript script, Func<DbTransaction, Task<SysReply>> work, CancellationToken cancellation)
    {
        var row = new { Run = Stored.Id(script.Run), Number = (long)script.Next() };
        return Given.Json(await database.Write(
            async transaction =>
            {
                var before = await transaction.Connection!.QueryFirstOrDefaultAsync<string>("SELECT reply FROM script_effects WHERE run = @Run AND number = @Number", row, transaction);
                if (before is not null) return before;
                var reply = (await work(transaction)).Value ?? "null";
                await Note(transaction, row.Run, row.Number, reply);
                return reply;
            },
            cancellation));
    }

    /// <summary>Notes that the run is about to reach outside, before it does.</summary>
    public async Task GoOutside(RunningScript script, CancellationToken cancellation)
    {
        if (script.Outside) return;
        await database.Write(
            async transaction =>
            {
                await Note(transaction, Stored.Id(script.Run), Mark, "");
                return true;
            },
            cancellation);
        script.Outside = true;
    }

    public async Task<bool> WasOutside(Guid run, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM script_effects WHERE run = @Run AND number = @Mark", new { Run = Stored.Id(run), Mark }) > 0;
    }

    public Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation) =>
        database.Forget("effects of scripts", "script_effects", "at", TimeSpan.FromDays(kept.ScriptLogDays), now, cancellation);

    private Task Note(DbTransaction transaction, string run, long number, string reply) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO script_effects (run, number, reply, at) VALUES (@run, @number, @reply, @at) ON CONFLICT (run, number) DO NOTHING",
        new { run, number, reply, at = Stored.Time(time.GetUtcNow()) },
        transaction);
}
