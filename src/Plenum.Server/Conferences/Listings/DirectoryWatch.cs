using System.Data.Common;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Conferences.Listings;

/// <summary>Notices what other nodes changed in the directory, within seconds. A storage that is away is asked again later.</summary>
internal sealed partial class DirectoryWatch(ConferenceDirectory directory, TimeProvider time, ILogger<DirectoryWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Look(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await directory.LoadIfChanged(cancellation);
        }
        catch (Exception e) when (e is DbException or LogUnavailable)
        {
            Unread(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory of conferences could not be read again: {Why}")]
    private static partial void Unread(ILogger logger, string why);
}
