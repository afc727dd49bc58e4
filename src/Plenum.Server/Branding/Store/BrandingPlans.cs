using System.Data.Common;
using System.Text.Json;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Branding.Store;

/// <summary>The plans that were made, the last of which counts.</summary>
internal sealed class BrandingPlans(Database database, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    private const int Remembered = 1_000;
    private const int Tries = 10;
    private const string Newest = "SELECT seq AS Seq, at AS At, who AS Who, body AS Body FROM branding_plans ORDER BY seq DESC LIMIT @take";

    public async Task<PlannedBranding> Last(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryFirstOrDefaultAsync<Row>(Newest, new { take = 1 }))
            ?.ToPlan() ?? PlannedBranding.None;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PlannedBranding>> History(int take, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(Newest, new { take });
        return [.. rows.Select(row => row.ToPlan())];
    }

    /// <summary>Makes the next plan out of the last one. Who else did so in this very moment wins or loses whole, and the loser looks again.</summary>
    public async Task<PlannedBranding> Change(string who, Func<BrandingPlan, BrandingPlan> change, Func<DbTransaction, Task> along, CancellationToken cancellation)
    {
        // Those of this node stand in line; only other nodes can come between.
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return await Tried(who, change, along, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<PlannedBranding> Tried(string who, Func<BrandingPlan, BrandingPlan> change, Func<DbTransaction, Task> along, CancellationToken cancellation)
    {
        for (var tries = Tries; ; tries--)
        {
            try
            {
                return await database.Write(transaction => Append(transaction, who, change, along), cancellation);
            }
            catch (DbException taken) when (taken.SqlState is "23505" && tries > 0)
            {
                continue;
            }
        }
    }

    private async Task<PlannedBranding> Append(DbTransaction transaction, string who, Func<BrandingPlan, BrandingPlan> change, Func<DbTransaction, Task> along)
    {
        var connection = transaction.Connection!;
        var last = (await connection.QueryFirstOrDefaultAsync<Row>(
            Newest, new { take = 1 }, transaction))?.ToPlan() ?? PlannedBranding.None;
        var next = new PlannedBranding(last.Seq + 1, time.GetUtcNow(), who, change(last.Plan));
        await connection.ExecuteAsync(
            "INSERT INTO branding_plans (seq, at, who, body) VALUES (@Seq, @At, @who, @Body)",
            new { next.Seq, At = next.At.ToUnixTimeMilliseconds(), who, Body = JsonSerializer.Serialize(next.Plan, ShelfJson.Default.BrandingPlan) },
            transaction);
        await connection.ExecuteAsync("DELETE FROM branding_plans WHERE seq <= @Old", new { Old = next.Seq - Remembered }, transaction);
        await along(transaction);
        return next;
    }

    private sealed class Row
    {
        public long Seq { get; init; }

        public long At { get; init; }

        public string Who { get; init; } = "";

        public string Body { get; init; } = "";

        public PlannedBranding ToPlan() => new(Seq, DateTimeOffset.FromUnixTimeMilliseconds(At), Who, JsonSerializer.Deserialize(Body, ShelfJson.Default.BrandingPlan)!);
    }
}
