using Plenum.Server.Accounts;
using Plenum.Server.Hosting.Http;

namespace Plenum.Server.Management.Pages;

/// <summary>Where administrators sign in at a browser, and out again.</summary>
internal static class SignInDoors
{
    public const string Path = "/sign-in";
    public const string Cookie = "plenum_admin";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (SignInForm form, string? to) => form.Page(To(to)));
        OrganisationDoors.MapTo(pages);
        pages.MapPost(Path, Enter);
        pages.MapPost("/sign-out", Leave);
    }

    /// <summary>
    /// Somebody at a browser who is not signed in goes to the form; it is never asked for Basic, since it would cover the page
    /// with a box of its own. Programs are; who sends Basic unasked comes in either way.
    /// </summary>
    public static async Task Ask(HttpContext context)
    {
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            var to = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : AdminPages.Root + "/";
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{AdminPages.Root}{Path}?to={Uri.EscapeDataString(to)}";
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"Plenum\"";
        await context.Response.WriteAsync("Sign in as admin with HTTP Basic, or open this page in a browser.\n", context.RequestAborted);
    }

    private static async Task<IResult> Enter(HttpContext context, SignIn signIn, SignInForm page, Sessions sessions, Audit audit)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, to) = ($"{form["name"]}", To(form["to"]));
        var from = Neighbourhood.Of(context.Connection.RemoteIpAddress);
        switch (await signIn.ByPassword(new BasicCredentials(name, $"{form["password"]}"), from, context.RequestAborted))
        {
            case SignedIn.As { Administrator: var who }:
                var secret = await sessions.Begin(who.Name, context.RequestAborted);
                await audit.Note(who, "signed in", who.Name, $"from {from}", context.RequestAborted);
                context.Response.Cookies.Append(Cookie, secret, Options(context.Request));
                return TypedResults.LocalRedirect(to);
            case SignedIn.Later { Wait: var wait }:
                context.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
                return page.Page(to, StatusCodes.Status429TooManyRequests, name, $"Too many failed sign-ins. Wait {Patience(wait)}, then try again.");
            default:
                return page.Page(to, StatusCodes.Status403Forbidden, name, "Name or password is wrong. The first account is admin; its password was printed when Plenum first started.");
        }
    }

    private static async Task<IResult> Leave(HttpContext context, Sessions sessions)
    {
        if (context.Request.Cookies[Cookie] is { } secret) await sessions.End(secret, context.RequestAborted);
        context.Response.Cookies.Delete(Cookie, Options(context.Request));
        return TypedResults.LocalRedirect($"{AdminPages.Root}{Path}");
    }

    /// <summary>Nowhere but to the pages themselves.</summary>
    internal static string To(string? wanted) =>
        wanted is not null && wanted.StartsWith(AdminPages.Root + "/", StringComparison.Ordinal) && !wanted.Contains('\\', StringComparison.Ordinal) && !wanted.Any(char.IsControl)
            ? wanted
            : AdminPages.Root + "/";

    private static string Patience(TimeSpan wait) => wait.TotalSeconds < 90 ? $"{Math.Ceiling(wait.TotalSeconds):0} seconds" : $"{Math.Ceiling(wait.TotalMinutes):0} minutes";

    internal static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = AdminPages.Root,
        IsEssential = true,
    };
}
