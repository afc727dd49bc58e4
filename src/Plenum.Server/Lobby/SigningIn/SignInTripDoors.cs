using Plenum.Server.Lobby.Pages;
using Plenum.Server.Participants.SigningIn;

namespace Plenum.Server.Lobby.SigningIn;

/// <summary>The way of participants to their organisation's provider, and back to where they wanted to join.</summary>
internal static class SignInTripDoors
{
    public static void MapTo(IEndpointRouteBuilder app)
    {
        app.MapGet(ParticipantSignIn.Start, Begin);
        app.MapGet(ParticipantSignIn.Finish, Receive);
    }

    private static async Task<IResult> Begin(HttpContext context, ParticipantSignIn signIn, ReturnTargets targets, ContentSecurity security, string? trip = null)
    {
        if (!signIn.Offered) return Results.NotFound();
        Discreetly(context, security);
        if (signIn.Read(trip) is not { } wanted) return Notice("This link leads nowhere", "It is not complete, or it was not made here.", null);
        // The target was allowed for the address that was asked then; whoever comes with a browser may have been sent by somebody else.
        if (!targets.Allows(context.Request, wanted.To)) return Notice("This link leads nowhere", SignInRefusals.StrangeWayBack.Text, null);
        if (signIn.Over(wanted)) return Notice("That took too long", "The way to the sign-in is open for five minutes. Go back to the meeting and begin again.", wanted.To);
        return await signIn.Lead(context, wanted) is { } why
            ? Notice("You could not be signed in", why, wanted.To, $"{ParticipantSignIn.Start}?trip={trip}", StatusCodes.Status503ServiceUnavailable)
            : Results.Empty;
    }

    private static async Task<IResult> Receive(HttpContext context, ParticipantSignIn signIn, ReturnTargets targets, ContentSecurity security)
    {
        if (!signIn.Offered) return Results.NotFound();
        Discreetly(context, security);
        var (to, who, proof, why) = await signIn.Receive(context);
        if (to is not null && !targets.Allows(context.Request, to)) return Notice("This link leads nowhere", SignInRefusals.StrangeWayBack.Text, null);
        return to is not null && who is not null
            ? TypedResults.Redirect(ReturnTargets.With(to, proof, who.Name))
            : Notice("You are not signed in", why ?? "", to);
    }

    /// <summary>What is in these addresses is for nobody else's eyes.</summary>
    private static void Discreetly(HttpContext context, ContentSecurity security)
    {
        security.ForPages(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static PageResult<SignInNoticePage> Notice(string title, string text, string? to, string? again = null, int status = StatusCodes.Status403Forbidden) =>
        new(new { Title = title, Text = text, Again = again, Back = to is null ? null : ReturnTargets.With(to, null) }, status);
}
