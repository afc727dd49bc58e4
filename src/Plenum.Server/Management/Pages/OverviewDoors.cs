using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Lobby;
using Plenum.Server.Plugins;

namespace Plenum.Server.Management.Pages;

/// <summary>What an administrator sees first: what runs, how this node is, and what needs a look.</summary>
internal static class OverviewDoors
{
    public static void MapTo(IEndpointRouteBuilder pages) => pages.MapGet("/", Read);

    private static async Task<IResult> Read(
        Visit visit, ServerSettings settings, Database database, LiveConferences live, ConferenceLog log, ConferenceDirectory directory, PluginFaults faults, TimeProvider time,
        CancellationToken cancellation)
    {
        var health = (await HealthDoor.Read(settings, database, live, time, cancellation)).Value!;
        var running = (await LiveDoors.List(new PageWish { PageSize = PageWish.Largest }, log, live, directory, cancellation)).Value!;
        var lately = time.GetUtcNow() - TimeSpan.FromDays(1);
        var failing = (await faults.Read(null, PluginFaults.Most, cancellation)).Where(fault => fault.LastAt > lately).Select(fault => fault.Plugin).Distinct().ToList();
        return new PageResult<OverviewPage>(new { Visit = visit, Health = health, Running = running.Items, Failing = failing, Conferences = directory.Search(null).Count });
    }
}
