using System.Data.Common;
using Plenum.Server.Branding.Store;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Branding;

/// <summary>Notices what other nodes planned, within seconds. A storage that is away is asked again later; what is shown stays.</summary>
internal sealed partial class BrandingSync(Brandings brandings, BrandingShelf shelf, TimeProvider time, ILogger<BrandingSync> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        try
        {
            while (true)
            {
                await Look(() => shelf.Sweep(stoppingToken));
                var swept = time.GetTimestamp();
                while (time.GetElapsedTime(swept) < BrandingPieces.Patience && await timer.WaitForNextTickAsync(stoppingToken)) await Look(() => brandings.Follow(stoppingToken));
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
            return;
        }
    }

    private async Task Look(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception away) when (away is DbException or LogUnavailable)
        {
            Unread(log, away.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The plan of brandings could not be read again: {Why}")]
    private static partial void Unread(ILogger log, string why);
}
