using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants.SigningIn;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Where somebody asks to come in: who they are and the PIN are settled, a ticket is taken, and a seat is given.</summary>
internal sealed class Entrance(Reception reception, Credentials credentials, Seats seats, Limits limits)
{
    public async Task RequestToken(HttpContext context)
    {
        if (reception.Find(context) is not { } listing)
        {
            await Answers.No(context, Refusal.NoSuchConference);
            return;
        }

        try
        {
            var body = await Body.Read(context, limits.JsonDepth);
            if (listing.Terms.Kind is ConferenceKind.Reception) await Onward(context, body);
            else await Enter(context, listing, (string)context.Request.RouteValues["alias"]!, body);
        }
        catch (Unreadable e)
        {
            await Answers.No(context, e.Refusal);
        }
    }

    /// <summary>A Virtual Reception has no rules of its own: those of the conference it leads to hold.</summary>
    private async Task Onward(HttpContext context, Body body)
    {
        if (body.Text("conference_extension") is not { Length: > 0 } wanted)
        {
            await Answers.Result(context, ExtensionNeededBody.Standard, AnswerJson.Default.ExtensionNeededBody, StatusCodes.Status403Forbidden);
            return;
        }

        if (reception.Extension(wanted) is { } listing) await Enter(context, listing, listing.Aliases[0], body);
        else await Answers.No(context, Refusal.NoSuchConference);
    }

    private async Task Enter(HttpContext context, Listing listing, string alias, Body body)
    {
        switch (credentials.Of(context, listing, body))
        {
            case Admittance.PinNeeded:
                await Answers.Result(context, Prompt(listing), AnswerJson.Default.PinNeededBody, StatusCodes.Status403Forbidden);
                break;
            case Admittance.SignInNeeded needed:
                await SignIn(context, needed.SoFar);
                break;
            case Admittance.No no:
                await Answers.No(context, no.Refusal);
                break;
            case Admittance.Granted granted:
                await seats.Give(context, listing, alias, body, granted);
                break;
        }
    }

    private static Task SignIn(HttpContext context, Recognition soFar) => soFar switch
    {
        Recognition.Choose choose => Answers.Result(context, new ProvidersBody([choose.Provider], VersionBody.Spoken), AnswerJson.Default.ProvidersBody, StatusCodes.Status403Forbidden),
        Recognition.Led led => Answers.Result(context, new RedirectBody(led.Way, led.Provider, true, VersionBody.Spoken), AnswerJson.Default.RedirectBody, StatusCodes.Status403Forbidden),
        Recognition.No no => Answers.No(context, no.Refusal),
        _ => throw new InvalidOperationException("Whoever is known needs not sign in."),
    };

    private static PinNeededBody Prompt(Listing listing)
    {
        var guestNeedsOne = listing.Terms.HasGuestPin || !listing.Terms.AllowGuests;
        return new PinNeededBody("required", guestNeedsOne ? "required" : "none", VersionBody.Spoken);
    }
}
