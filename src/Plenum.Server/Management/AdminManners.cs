using System.Data.Common;
using Plenum.Server.Accounts;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Management;

/// <summary>
/// What holds for the whole admin API: nobody comes in without signing in, browsers of other sites never do, and whatever
/// is refused is told as a problem.
/// </summary>
internal sealed class AdminManners(SignIn signIn, ConferenceMeter meter)
{
    public Task Observe(HttpContext context, RequestDelegate next) =>
        context.Request.Path.StartsWithSegments(AdminApi.Area) ? Counted(context, next) : next(context);

    /// <summary>Every no is counted, whoever said it.</summary>
    private async Task Counted(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        var open = context.Request.Path.Equals(AdminApi.Description, StringComparison.OrdinalIgnoreCase);
        await Answered(context, open ? next : _ => Admitted(context, next));
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest) meter.RefusedAdministrator(context.Response.StatusCode);
    }

    private async Task Admitted(HttpContext context, RequestDelegate next)
    {
        // A browser repeats a Basic sign-in by itself, for pages of other sites as well; programs do not send this header.
        if (context.Request.Headers["Sec-Fetch-Site"] is [var site] && site is not ("same-origin" or "none"))
        {
            await Say(context, StatusCodes.Status403Forbidden, "Not from another site", "Call the admin API from a program or from this server's own pages.");
            return;
        }

        switch (await signIn.Of(context))
        {
            case SignedIn.As signedIn:
                await Ranked(context, signedIn.Administrator, next);
                break;
            case SignedIn.Later later:
                context.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(later.Wait.TotalSeconds)}";
                await Say(context, StatusCodes.Status429TooManyRequests, "Too many failed sign-ins", "Wait as long as the Retry-After header says, then sign in again.");
                break;
            default:
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"Plenum\"";
                await Say(context, StatusCodes.Status401Unauthorized, "Sign in", "Sign in as admin with HTTP Basic, or send an API key as a Bearer token or as X-API-Key.");
                break;
        }
    }

    private static async Task Ranked(HttpContext context, Administrator administrator, RequestDelegate next)
    {
        context.Request.Path.StartsWithSegments(AdminApi.Root, out var below);
        if (administrator.Lacks(context.Request, below) is { } needed)
        {
            await Say(context, StatusCodes.Status403Forbidden, "Not with this rank", $"This needs the rank {needed.InWords()}; {administrator.Name} is {administrator.Rank.InWords()}. An owner can change that.");
            return;
        }

        context.Features.Set(administrator);
        await next(context);
    }

    private static async Task Answered(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Unacceptable e)
        {
            await Problem.Of(e).ExecuteAsync(context);
            return;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Say(context, e.StatusCode, "The request cannot be read", "The body is too long, or it was not sent whole.");
            return;
        }
        catch (Exception e) when (e is DbException or LogUnavailable && !context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = "1";
            await Say(context, StatusCodes.Status503ServiceUnavailable, "The storage is away", "Nothing can be read or changed now; try again in a moment.");
            return;
        }

        if (context.Response.HasStarted || context.Response.ContentLength is not null) return;
        switch (context.Response.StatusCode)
        {
            case StatusCodes.Status400BadRequest: await Say(context, 400, "Bad request", "A parameter of the address has a value of the wrong type; look it up in the API's description."); break;
            case StatusCodes.Status404NotFound: await Say(context, 404, "Not found", "There is nothing at this address; look it up in the API's description."); break;
            case StatusCodes.Status415UnsupportedMediaType: await Say(context, 415, "Another kind of body", "Send the body as this address takes it: application/json, or for a package a form (multipart/form-data) with the ZIP in the field package."); break;
            case StatusCodes.Status405MethodNotAllowed: await Say(context, 405, "Method not allowed", "This address knows other methods; look it up in the API's description."); break;
        }
    }

    private static Task Say(HttpContext context, int status, string title, string detail) => Problem.Of(status, title, detail).ExecuteAsync(context);
}
