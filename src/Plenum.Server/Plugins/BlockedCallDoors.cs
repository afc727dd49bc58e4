using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Lobby;

namespace Plenum.Server.Plugins;

/// <summary>Where apps and browsers tell of what a page's policy kept from happening.</summary>
internal static class BlockedCallDoors
{
    public static void MapTo(WebApplication app)
    {
        var services = app.Services;
        var (door, calls, pace, brandings) = (services.GetRequiredService<CommandDoor>(), services.GetRequiredService<BlockedCalls>(), services.GetRequiredService<BlockedPace>(), services.GetRequiredService<Brandings>());
        app.MapPost($"{ClientApi.Root}/conferences/{{alias}}/plenum/{BrowserReport.Address}", door.Open(knock => Tell(knock, calls, pace, brandings)));
        app.MapPost($"{LobbyDoors.Root}/@{{branding}}/{BrowserReport.Address}", Report);
    }

    /// <summary>As faults are told: answers whether it was kept, and drops what is too much, or about no plugin, in good order.</summary>
    private static async Task Tell(Knock knock, BlockedCalls calls, BlockedPace pace, Brandings brandings)
    {
        var call = BlockedCall.Told(knock.Body, brandings);
        var kept = call is not null && pace.People.Allows(knock.Caller.Id);
        if (kept) await calls.Note(call!, knock.Caller.Alias, knock.Context.RequestAborted);
        await Answers.Result(knock.Context, kept, JsonMetadataServices.CreateValueInfo<bool>(JsonSerializerOptions.Default, JsonMetadataServices.BooleanConverter));
    }

    /// <summary>A browser looks at no answer, so that everybody gets the same one, except who sends megabytes.</summary>
    private static async Task<Results<NoContent, StatusCodeHttpResult>> Report(
        string branding, HttpContext context, BlockedCalls calls, BlockedPace pace, Brandings brandings, CancellationToken cancellation)
    {
        if (context.Request.ContentLength > BrowserReport.Longest) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!pace.Addresses.Allows(Neighbourhood.Of(context.Connection.RemoteIpAddress))) return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = BrowserReport.Longest;
        var body = new byte[BrowserReport.Longest];
        try
        {
            var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
            if (await brandings.Find(branding, cancellation) is { } known && BrowserReport.Read(body.AsMemory(0, length), known) is { } call)
                await calls.Note(call, "", cancellation);
            return TypedResults.NoContent();
        }
        catch (BadHttpRequestException fault)
        {
            return TypedResults.StatusCode(fault.StatusCode);
        }
    }
}

/// <summary>How much apps, and browsers by their address, may tell: each by itself, so that a flood of one leaves the other alone.</summary>
internal sealed class BlockedPace(TimeProvider time)
{
    public FaultPace People { get; } = new(time);

    public FaultPace Addresses { get; } = new(time);
}
