using Microsoft.AspNetCore.Routing;
using Plenum.Server.Accounts;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Tests.Doors;

/// <summary>The addresses that the server answers at, as it maps them itself with every door open.</summary>
internal static class Addresses
{
    private const string Conference = ClientApi.Root + "/conferences/{alias}/";

    /// <summary>Everything that can be posted about a conference, below its alias.</summary>
    public static async Task<IReadOnlyList<string>> OfCommands()
    {
        using var scratch = new Hosting.Scratch();
        var settings = new ServerSettings { Data = scratch["data"], SpeechDoor = true, CaptionDoor = true };
        using var folder = PlenumFolder.Open(settings);
        await using var database = Database.Choose(null, folder.Path);
        await database.Migrate(CancellationToken.None);
        var keys = (await Secrets.ServerKey(database, CancellationToken.None), await Secrets.AttestationKey(database, CancellationToken.None));
        await using var app = PlenumServer.Compose(settings, folder, database, null, new Journal(), keys);
        return [.. ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Where(address => address.StartsWith(Conference, StringComparison.Ordinal))
            .Select(address => address[Conference.Length..])];
    }
}
