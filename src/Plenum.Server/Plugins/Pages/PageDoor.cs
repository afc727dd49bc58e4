using System.Data.Common;
using System.Net.Http.Headers;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Plugins.Messages;

namespace Plenum.Server.Plugins.Pages;

/// <summary>
/// Where pages of other apps meet the server, whatever their origin: the token that their back end gave them is a header, and no
/// cookie is looked at.
/// </summary>
internal sealed class PageDoor(TabTalk talk, Tabs tabs, PageStreams streams, UserTokens tokens, PagePace pace, Limits limits, Drain drain, TimeProvider time)
{
    public const string Root = "/api/app/v1";

    /// <summary>As in conferences, so that a page knows soon when it is cut off.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5), Seen = TimeSpan.FromMinutes(1);

    public static void MapTo(WebApplication app)
    {
        var here = app.Services.GetRequiredService<PageDoor>();
        app.MapPost($"{Root}/tokens", TokenDoor.Mint).ExcludeFromDescription();
        app.MapMethods($"{Root}/{{what:regex(^(tabs|taken|said|events)$)}}", [HttpMethods.Options], Preflight).ExcludeFromDescription();
        app.MapPost($"{Root}/tabs", here.For(here.Announce)).ExcludeFromDescription();
        app.MapPost($"{Root}/taken", here.For(here.Take)).ExcludeFromDescription();
        app.MapPost($"{Root}/said", here.For(here.Say)).ExcludeFromDescription();
        app.MapGet($"{Root}/events", here.For(here.Listen)).ExcludeFromDescription();
    }

    private static void Preflight(HttpContext context)
    {
        Open(context);
        context.Response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        context.Response.Headers.AccessControlAllowHeaders = "authorization, content-type";
        context.Response.Headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static void Open(HttpContext context) => context.Response.Headers.AccessControlAllowOrigin = "*";

    private RequestDelegate For(Func<Holder, Body, HttpContext, Task> inside) => async context =>
    {
        Open(context);
        try
        {
            if (UserOf(context) is not { } user) await Answers.No(context, new Refusal("This token is not, or no longer, good", StatusCodes.Status401Unauthorized));
            else if (!pace.Allows(user.Id)) await Answers.No(context, Refusal.TooMany);
            else await inside(HolderOf(user, context), await Body.Read(context, limits.JsonDepth), context);
        }
        catch (Unreadable unreadable)
        {
            await Answers.No(context, unreadable.Refusal);
        }
        catch (DbException) when (!context.Response.HasStarted)
        {
            await Answers.No(context, Refusal.OutOfResource);
        }
    };

    private async Task Announce(Holder who, Body body, HttpContext context) => await Answers.Raw(context, await talk.Announce(who, body, context.RequestAborted));

    private async Task Take(Holder who, Body body, HttpContext context)
    {
        await talk.Take(who, body, context.RequestAborted);
        await Answers.Yes(context);
    }

    private async Task Say(Holder who, Body body, HttpContext context)
    {
        await talk.Say(who, body, context.RequestAborted);
        await Answers.Yes(context);
    }

    /// <summary>Holds the page's event stream open until its token is over, somebody ends it, or a newer one takes its place.</summary>
    private async Task Listen(Holder who, Body body, HttpContext context)
    {
        var tab = await talk.Known(who, $"{context.Request.Query["tab"]}", context.RequestAborted);
        StreamAnswer.Prepare(context);
        var stream = streams.Open(tab.Id);
        await using var leaving = drain.Begun.Register(stream.End);
        await using var over = time.CreateTimer(_ => stream.End(), null, UserOf(context) is { } user ? user.Until - time.GetUtcNow() : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        try
        {
            await tabs.Seen(tab.Id, context.RequestAborted);
            await Write(context, SseText.Heartbeat);
            await Follow(tab, stream, context);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        finally
        {
            streams.Close(tab.Id, stream);
        }
    }

    private async Task Follow(Tab tab, PageStream stream, HttpContext context)
    {
        using var beats = new PeriodicTimer(Beat, time);
        var (more, beat, seen) = (stream.Frames.WaitToReadAsync(context.RequestAborted).AsTask(), beats.WaitForNextTickAsync(context.RequestAborted).AsTask(), time.GetTimestamp());
        while (true)
        {
            if (await Task.WhenAny(more, beat) == more)
            {
                if (!await more) return;
                while (stream.Frames.TryRead(out var frame)) await Write(context, frame);
                more = stream.Frames.WaitToReadAsync(context.RequestAborted).AsTask();
                continue;
            }

            await beat;
            beat = beats.WaitForNextTickAsync(context.RequestAborted).AsTask();
            await Write(context, SseText.Heartbeat);
            if (time.GetElapsedTime(seen) < Seen) continue;
            seen = time.GetTimestamp();
            await tabs.Seen(tab.Id, context.RequestAborted);
        }
    }

    private static async Task Write(HttpContext context, byte[] frame)
    {
        await context.Response.Body.WriteAsync(frame, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private AppUser? UserOf(HttpContext context) =>
        context.Request.Headers.Authorization is [{ } text] && AuthenticationHeaderValue.TryParse(text, out var given) && given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? tokens.Read(given.Parameter ?? "")
            : null;

    private static Holder HolderOf(AppUser user, HttpContext context) =>
        new(Guid.Empty, user.Id, user.Name, "", user.Groups, $"{Neighbourhood.Of(context.Connection.RemoteIpAddress)}");
}
