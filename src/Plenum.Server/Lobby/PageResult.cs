using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Plenum.Server.Lobby;

/// <summary>A page that is written whole by the server, and to which no script of the framework belongs.</summary>
internal sealed class PageResult<TPage>(object parameters, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    private static readonly Func<object, Task> Unannounce = response =>
    {
        // Said to the framework's own script, which is not here.
        ((HttpResponse)response).Headers.Remove("blazor-enhanced-nav");
        return Task.CompletedTask;
    };

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.OnStarting(Unannounce, context.Response);
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(context);
    }
}
