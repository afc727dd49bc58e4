using Microsoft.AspNetCore.Components;
using Plenum.Server.Lobby.Pages;
using Plenum.Server.Lobby.Tongues;

namespace Plenum.Server.Lobby;

/// <summary>Somebody at a browser who finds nothing, or a bug, gets a page that says so; programs get a line of text.</summary>
internal static class LostVisitors
{
    public static async Task Observe(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode != StatusCodes.Status404NotFound || response.ContentLength is not null || response.ContentType is not null) return;
        if (Reads(context.Request)) await Show<NotFoundPage>(context, response.StatusCode);
        else await response.WriteAsync("Not found\n", context.RequestAborted);
    }

    /// <summary>Says that something broke, if somebody at a browser asked; false leaves the answer to others.</summary>
    public static async Task<bool> SayBroken(HttpContext context)
    {
        if (!Reads(context.Request)) return false;
        await Show<BreakdownPage>(context, context.Response.StatusCode);
        return true;
    }

    private static bool Reads(HttpRequest request) =>
        LobbyDoors.Reads.Contains(request.Method) && !request.Path.StartsWithSegments("/api")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task Show<TPage>(HttpContext context, int status)
        where TPage : IComponent
    {
        context.RequestServices.GetRequiredService<ContentSecurity>().ForPages(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-store";
        return new PageResult<TPage>(new { Words = Tongue.Of(context) }, status).ExecuteAsync(context);
    }
}
