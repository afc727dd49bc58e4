using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Management;

namespace Plenum.Server.Plugins;

/// <summary>Where browsers tell of plugins that fail, and where administrators read it.</summary>
internal static class PluginDoors
{
    public static void MapTo(WebApplication app)
    {
        var (door, faults, pace) = (app.Services.GetRequiredService<CommandDoor>(), app.Services.GetRequiredService<PluginFaults>(), app.Services.GetRequiredService<FaultPace>());
        app.MapPost($"{ClientApi.Root}/conferences/{{alias}}/plenum/plugin-faults", door.Open(knock => Tell(knock, faults, pace)));
    }

    public static void MapPluginFaults(this IEndpointRouteBuilder api) =>
        api.MapGet("plugin-faults", Read).WithTags("Plugins").WithName("readPluginFaults")
            .WithSummary("What went wrong in plugins, as browsers told it, the latest first").Refuses(422);

    public static async Task<Ok<IReadOnlyList<PluginFaultBody>>> Read(PluginFaults faults, CancellationToken cancellation, string? plugin = null, int take = 100)
    {
        if (take is < 1 or > PluginFaults.Most) throw new Unacceptable("take", $"take is between 1 and {PluginFaults.Most}.");
        return TypedResults.Ok(await faults.Read(plugin, take, cancellation));
    }

    /// <summary>Answers whether it was kept. What is too much is dropped in good order, since a refusal would only be tried again.</summary>
    private static async Task Tell(Knock knock, PluginFaults faults, FaultPace pace)
    {
        var fault = PluginFault.Read(knock.Body);
        var kept = pace.Allows(knock.Caller.Id);
        if (kept) await faults.Note(fault, knock.Caller.Alias, knock.Context.RequestAborted);
        await Answers.Result(knock.Context, kept, JsonMetadataServices.CreateValueInfo<bool>(JsonSerializerOptions.Default, JsonMetadataServices.BooleanConverter));
    }
}
