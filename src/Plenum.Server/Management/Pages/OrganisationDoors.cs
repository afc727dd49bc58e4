using Plenum.Server.Accounts.Organisation;

namespace Plenum.Server.Management.Pages;

/// <summary>The way of administrators to their organisation's provider, and back with a session.</summary>
internal static class OrganisationDoors
{
    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(OrganisationSignIn.Start, Lead);
        pages.MapGet(OrganisationSignIn.Finish, Receive);
    }

    /// <summary>Those two are open to people who are not signed in.</summary>
    public static bool Opens(PathString below) =>
        below.Equals(OrganisationSignIn.Start, StringComparison.OrdinalIgnoreCase) || below.Equals(OrganisationSignIn.Finish, StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> Lead(HttpContext context, OrganisationSignIn organisation, SignInForm form, string? to = null)
    {
        if (!organisation.Offered) return Results.NotFound();
        return await organisation.Lead(context, AdminPages.Root, SignInDoors.To(to)) is { } why ? form.Page(SignInDoors.To(to), StatusCodes.Status503ServiceUnavailable, wrong: why) : Results.Empty;
    }

    private static async Task<IResult> Receive(HttpContext context, OrganisationSignIn organisation, VouchedEntry entry, SignInForm form)
    {
        if (!organisation.Offered) return Results.NotFound();
        var (returned, wanted, unproven) = await organisation.Receive(context, AdminPages.Root);
        var to = SignInDoors.To(wanted);
        if (returned is not { } person) return form.Page(to, StatusCodes.Status403Forbidden, wrong: unproven);
        var (secret, _, why) = await entry.Admit(person, organisation.Name, context);
        if (secret is null) return form.Page(to, StatusCodes.Status403Forbidden, wrong: why);
        context.Response.Cookies.Append(SignInDoors.Cookie, secret, SignInDoors.Options(context.Request));
        return TypedResults.LocalRedirect(to);
    }
}
