using System.Data.Common;
using Plenum.Server.Accounts;
using Plenum.Server.Management;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Hooks;

/// <summary>
/// Where other programs cause a listener's run. With a secret, the request must be signed with it; without one, it must be
/// somebody's who may change something: an API key or a Basic sign-in of an editor.
/// </summary>
internal sealed class HookDoor(ListenerShelf shelf, ListenerRuns runs, RunQueue queue, SignIn signIn, TimeProvider time)
{
    public const string Root = "/hooks";

    public static void MapTo(WebApplication app) =>
        app.MapPost($"{Root}/{{name}}", (string name, HttpContext context) => context.RequestServices.GetRequiredService<HookDoor>().Call(name, context)).ExcludeFromDescription();

    private async Task<IResult> Call(string name, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return await Called(name, context);
        }
        catch (BadHttpRequestException unreadable)
        {
            return Problem.Of(unreadable.StatusCode, "The request cannot be read", unreadable.Message);
        }
        catch (DbException)
        {
            context.Response.Headers.RetryAfter = "1";
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "The storage is away", "Try again in a moment.");
        }
    }

    private async Task<IResult> Called(string name, HttpContext context)
    {
        if (!ScriptName.TryParse(name, null, out var parsed) || await shelf.Find(parsed, context.RequestAborted) is not { Listener: { Type: ListenerType.Webhook, Enabled: true } listener })
            return Problem.Of(StatusCodes.Status404NotFound, "Not found", "There is no webhook of this name.");
        var request = await HookRequest.Read(context.Request, context.RequestAborted);
        if (await Refused(parsed, request, context) is { } refused) return refused;
        var address = $"{context.Connection.RemoteIpAddress}";
        var occasion = new Occasion("webhook", request.Event(listener.Name, time.GetUtcNow()), Address: address);
        if (listener.Background)
        {
            await queue.Add(QueuedRun.Of(listener, occasion, $"{Guid.NewGuid()}", time.GetUtcNow()), context.RequestAborted);
            return TypedResults.Accepted((string?)null);
        }

        // The caller may hang up; what its request began goes on to its end.
        return HookAnswer.Of(await runs.Run(listener, occasion, CancellationToken.None));
    }

    private async Task<IResult?> Refused(ScriptName name, HookRequest request, HttpContext context)
    {
        if (await shelf.Secret(name, context.RequestAborted) is { } secret)
            return request.IsSigned(secret) ? null : Problem.Of(StatusCodes.Status401Unauthorized, "Not signed", "Send X-Plenum-Signature: sha256= and the HMAC-SHA256 of the body with this webhook's secret, in hex.");
        // A browser repeats a Basic sign-in by itself, for pages of other sites as well.
        if (context.Request.Headers["Sec-Fetch-Site"] is [var site] && site is not ("same-origin" or "none"))
            return Problem.Of(StatusCodes.Status403Forbidden, "Not from another site", "Call webhooks from a program.");
        switch (await signIn.Of(context))
        {
            case SignedIn.As { Administrator.Rank: >= Rank.Editor }:
                return null;
            case SignedIn.As somebody:
                return Problem.Of(StatusCodes.Status403Forbidden, "Not with this rank", $"This needs the rank {Rank.Editor.InWords()}; {somebody.Administrator.Name} is {somebody.Administrator.Rank.InWords()}.");
            case SignedIn.Later later:
                context.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(later.Wait.TotalSeconds)}";
                return Problem.Of(StatusCodes.Status429TooManyRequests, "Too many failed sign-ins", "Wait as long as the Retry-After header says.");
            default:
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"Plenum\"";
                return Problem.Of(StatusCodes.Status401Unauthorized, "Sign in", "This webhook has no secret: send an API key as a Bearer token or as X-API-Key, or sign in with HTTP Basic.");
        }
    }
}
