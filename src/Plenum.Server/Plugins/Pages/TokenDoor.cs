using System.Data.Common;
using Plenum.Server.Accounts;
using Plenum.Server.Management;

namespace Plenum.Server.Plugins.Pages;

/// <summary>Where the back end of another app gets tokens for its users, with an API key of an editor.</summary>
internal static class TokenDoor
{
    public static async Task Mint(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await (await Minted(context)).ExecuteAsync(context);
        }
        catch (Unacceptable e)
        {
            await Problem.Of(e).ExecuteAsync(context);
        }
        catch (DbException)
        {
            context.Response.Headers.RetryAfter = "1";
            await Problem.Of(StatusCodes.Status503ServiceUnavailable, "The storage is away", "Try again in a moment.").ExecuteAsync(context);
        }
    }

    private static async Task<IResult> Minted(HttpContext context)
    {
        // A key has no business in a browser, and a browser none here.
        if (context.Request.Headers.ContainsKey("Sec-Fetch-Site")) return Problem.Of(StatusCodes.Status403Forbidden, "Not from a browser", "Let the back end of your app ask for the token, and hand it to the page.");
        var services = context.RequestServices;
        switch (await services.GetRequiredService<SignIn>().Of(context))
        {
            case SignedIn.As { Administrator.Rank: >= Rank.Editor }:
                var user = (await Sent<UserTokenWish>.BindAsync(context))!.Wish.Read(services.GetRequiredService<TimeProvider>().GetUtcNow());
                return TypedResults.Ok(new UserTokenBody(services.GetRequiredService<UserTokens>().Mint(user), user.Until));
            case SignedIn.As somebody:
                return Problem.Of(StatusCodes.Status403Forbidden, "Not with this rank", $"This needs the rank {Rank.Editor.InWords()}; {somebody.Administrator.Name} is {somebody.Administrator.Rank.InWords()}.");
            case SignedIn.Later later:
                context.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(later.Wait.TotalSeconds)}";
                return Problem.Of(StatusCodes.Status429TooManyRequests, "Too many failed sign-ins", "Wait as long as the Retry-After header says.");
            default:
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"Plenum\"";
                return Problem.Of(StatusCodes.Status401Unauthorized, "Sign in", "Send an API key as a Bearer token or as X-API-Key.");
        }
    }
}
