using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Conferences.Live;

/// <summary>Hears which conferences moved, on whichever node, and tells those that are live here.</summary>
internal sealed class LogFollower(ConferenceLog log, LiveConferences conferences) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var moved in log.Follow(stoppingToken)) conferences.Moved(moved.Conference, moved.Version);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
