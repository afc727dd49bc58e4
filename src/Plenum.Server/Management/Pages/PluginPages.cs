using Plenum.Server.Lobby;
using Plenum.Server.Plugins;

namespace Plenum.Server.Management.Pages;

/// <summary>How the plugins of the web app fare, per version, as browsers tell it.</summary>
internal static class PluginPages
{
    public static void MapTo(IEndpointRouteBuilder pages) => pages.MapGet("/plugins", Read);

    private static async Task<IResult> Read(Visit visit, PluginFaults faults, CancellationToken cancellation) =>
        new PageResult<PluginsPage>(new { Visit = visit, Faults = await faults.Read(null, PluginFaults.Most, cancellation) });
}
