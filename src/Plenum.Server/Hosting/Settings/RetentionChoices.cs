using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Hosting.Settings;

/// <summary>
/// How long things are kept, as owners chose it while the server ran. A choice wins over the configuration and is read each time,
/// so that it holds on every node without a restart.
/// </summary>
public sealed class RetentionChoices(Database database, ServerSettings settings, TimeProvider time)
{
    public RetentionSettings Configured => settings.Retention;

    /// <summary>What counts now.</summary>
    public async Task<RetentionSettings> Now(CancellationToken cancellation) =>
        (await All(cancellation)).Aggregate(settings.Retention, (kept, choice) => choice.Part.With(kept, choice.Amount));

    public async Task<IReadOnlyList<RetentionChoice>> All(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<(string Part, double Amount, long At, string Who)>("SELECT part, amount, at, who FROM retention");
        return [.. from part in RetentionPart.All
                   join row in rows on part.Name equals row.Part
                   select new RetentionChoice(part, row.Amount, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Who)];
    }

    /// <summary>Chooses some of them; no amount gives a part back to the configuration.</summary>
    public Task Choose(IReadOnlyDictionary<RetentionPart, double?> wanted, string who, Func<DbTransaction, Task> along, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var at = time.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var (part, amount) in wanted)
            {
                await transaction.Connection!.ExecuteAsync("DELETE FROM retention WHERE part = @Name", new { part.Name }, transaction);
                if (amount is not null)
                    await transaction.Connection!.ExecuteAsync("INSERT INTO retention (part, amount, at, who) VALUES (@Name, @amount, @at, @who)", new { part.Name, amount, at, who }, transaction);
            }

            await along(transaction);
            return true;
        },
        cancellation);
}

/// <summary>How long one thing is kept, and who chose that when.</summary>
public sealed record RetentionChoice(RetentionPart Part, double Amount, DateTimeOffset At, string Who);
