using Plenum.Server.Accounts;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>
/// What holds for all of the administrator's pages: a session or a Basic sign-in, the rank that the step needs, and for
/// whatever changes something a form that this server drew for just this session.
/// </summary>
internal sealed class PageManners(SignIn signIn, Sessions sessions, FormSeal seals, ContentSecurity security, HeaderVisits visits)
{
    public Task Observe(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(AdminPages.Root, out var below)) return next(context);
        security.ForAdministration(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-store";
        if (!Safe(context.Request) && FromAnotherSite(context.Request)) return Notice(context, 403, "Not from another site", "This was sent by a page of another site. Open the administrator's pages and do it there.");
        return below.Equals(SignInDoors.Path, StringComparison.OrdinalIgnoreCase) || OrganisationDoors.Opens(below) ? next(context) : Admitted(context, below, next);
    }

    private async Task Admitted(HttpContext context, PathString below, RequestDelegate next)
    {
        var (header, why) = await visits.Of(context, seals);
        if (why is not null)
        {
            await Notice(context, 403, "You cannot come in", why);
            return;
        }

        if ((header ?? await Visiting(context)) is not { } visit)
        {
            await SignInDoors.Ask(context);
            return;
        }

        try
        {
            if (!Safe(context.Request) && !await Sealed(context, visit))
            {
                await Notice(context, 403, "This form is out of date", "You signed in anew since it was drawn, or it was not drawn here. Go back, reload the page, and send it again.");
                return;
            }
        }
        catch (InvalidDataException)
        {
            await Notice(context, 413, "This form is too long", "It has more fields than any form here, or a field that is too long. Go back and send less at once.");
            return;
        }

        if (visit.Who.Lacks(context.Request, below) is { } needed)
        {
            await Notice(context, 403, "Not with this rank", $"This needs the rank {needed.InWords()}; you are {visit.Who.Rank.InWords()}. An owner can change that.");
            return;
        }

        if (await Question.In(context.Request, below, context.RequestAborted) is { } question)
        {
            await new PageResult<AskPage>(new { Visit = visit, Question = question }).ExecuteAsync(context);
            return;
        }

        context.Features.Set(visit);
        context.Features.Set(visit.Who);
        await next(context);
    }

    private async Task<Visit?> Visiting(HttpContext context)
    {
        if (context.Request.Cookies[SignInDoors.Cookie] is { } secret && await sessions.Find(secret, context.RequestAborted) is { } known)
            return new Visit(known, seals.Of(secret), true);
        return context.Request.Headers.Authorization.Count > 0 && await signIn.Of(context) is SignedIn.As { Administrator: var who }
            ? new Visit(who, seals.Of($"Basic {who.Name}"), false)
            : null;
    }

    /// <summary>A form with a file has its seal in the address, so that the file is taken piece by piece and not read here.</summary>
    private static async Task<bool> Sealed(HttpContext context, Visit visit) => context.Request.HasFormContentType && FormSeal.Same(
        visit.Seal,
        context.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? context.Request.Query[FormSeal.Field]
            : (await context.Request.ReadFormAsync(context.RequestAborted))[FormSeal.Field]);

    /// <summary>A browser says where a request comes from; an old one at least names its origin, and a program neither.</summary>
    private static bool FromAnotherSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [var site]
        ? site is not ("same-origin" or "none")
        : request.Headers.Origin is [{ } origin] && !origin.Equals(PageDoors.Origin(request), StringComparison.OrdinalIgnoreCase);

    private static bool Safe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static Task Notice(HttpContext context, int status, string title, string text) =>
        new PageResult<NoticePage>(new { Title = title, Text = text }, status).ExecuteAsync(context);
}
