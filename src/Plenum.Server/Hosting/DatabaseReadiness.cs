using System.Data.Common;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Hosting;

/// <summary>Ready means that the database answers within a second.</summary>
internal sealed class DatabaseReadiness(Database database) : Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public override async ValueTask<string?> Missing(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await using var connection = await database.Open(patience.Token);
            await using var question = connection.CreateCommand();
            question.CommandText = "SELECT 1";
            await question.ExecuteScalarAsync(patience.Token);
            return null;
        }
        catch (Exception away) when (away is DbException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return "no database";
        }
    }
}
