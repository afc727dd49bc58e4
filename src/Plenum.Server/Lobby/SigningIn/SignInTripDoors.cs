using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Lobby.Pages;
using Plenum.Server.Lobby.Tongues;
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
        var words = Tongue.Of(context);
        if (signIn.Read(trip) is not { } wanted) return Notice(words, words["This link leads nowhere"], words["It is not complete, or it was not made here."], null);
        // The target was allowed for the address that was asked then; whoever comes with a browser may have been sent by somebody else.
        if (!targets.Allows(context.Request, wanted.To)) return Elsewhere(words);
        if (signIn.Over(wanted)) return Notice(words, words["That took too long"], words["The way to the sign-in is open for five minutes. Go back to the meeting and begin again."], wanted.To);
        return await signIn.Lead(context, wanted) is { } why
            ? Notice(words, words["You could not be signed in"], Why(words, signIn.Organisation, why), wanted.To, $"{ParticipantSignIn.Start}?trip={trip}", StatusCodes.Status503ServiceUnavailable)
            : Results.Empty;
    }

    private static async Task<IResult> Receive(HttpContext context, ParticipantSignIn signIn, ReturnTargets targets, ContentSecurity security)
    {
        if (!signIn.Offered) return Results.NotFound();
        Discreetly(context, security);
        var words = Tongue.Of(context);
        var (to, who, proof, why) = await signIn.Receive(context);
        if (to is not null && !targets.Allows(context.Request, to)) return Elsewhere(words);
        return to is not null && who is not null
            ? TypedResults.Redirect(ReturnTargets.With(to, proof, who.Name))
            : Notice(words, words["You are not signed in"], Why(words, signIn.Organisation, why), to);
    }

    /// <summary>What the provider did wrong is for whoever runs it, so it stays as it is.</summary>
    private static string Why(Tongue words, string organisation, Obstacle? why) => why switch
    {
        Obstacle.Unproven unproven => words["{0} did not prove who you are: {1}. Try again, or ask whoever runs it.", organisation, unproven.Why],
        Obstacle.Unreachable => words["{0} cannot be reached now. Try again in a moment.", organisation],
        _ => words["{0} did not let you in, or the sign-in took too long or was begun in another window. Try again.", organisation],
    };

    private static PageResult<SignInNoticePage> Elsewhere(Tongue words) => Notice(
        words, words["This link leads nowhere"], words["A sign-in leads back to this server alone, or to sites that its operator lists. This one would lead elsewhere."], null);

    /// <summary>What is in these addresses is for nobody else's eyes.</summary>
    private static void Discreetly(HttpContext context, ContentSecurity security)
    {
        security.ForPages(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static PageResult<SignInNoticePage> Notice(Tongue words, string title, string text, string? to, string? again = null, int status = StatusCodes.Status403Forbidden) =>
        new(new { Words = words, Title = title, Text = text, Again = again, Back = to is null ? null : ReturnTargets.With(to, null) }, status);
}
