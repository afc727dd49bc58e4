using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting;

/// <summary>The list of rooms in this house: what each brings along, and which doors it opens.</summary>
internal static class Rooms
{
    public static void AddTo(IServiceCollection services, ServerSettings settings)
    {
    }

    public static void MapTo(WebApplication app)
    {
    }
}
