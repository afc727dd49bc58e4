using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Lobby.Handbook;
using Plenum.Server.Lobby.Invitations;
using Plenum.Server.Lobby.Pages;
using Plenum.Server.Lobby.SigningIn;
using Plenum.Server.Lobby.Tongues;

namespace Plenum.Server.Lobby;

/// <summary>The pages that the server writes itself, without any plugin: the landing page, invitations, the documentation.</summary>
internal static class PageDoors
{
    public static void MapTo(IEndpointRouteBuilder app)
    {
        app.MapMethods("/", LobbyDoors.Reads, Landing);
        InvitationDoors.MapTo(app);
        HandbookDoors.MapTo(app);
        SignInTripDoors.MapTo(app);
    }

    /// <summary>How this server is called from where the asker sits.</summary>
    public static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static IResult Landing(HttpContext context, ConferenceDirectory directory, ServerSettings settings, ContentSecurity security)
    {
        security.ForPages(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-cache";
        IReadOnlyList<string> demo = settings.Demo ? [.. DemoConferences.Aliases.Where(alias => directory.Find(ConferenceAlias.Parse(alias)) is not null)] : [];
        return new PageResult<LandingPage>(new { Words = Tongue.Of(context), Origin = Origin(context.Request), Demo = demo });
    }
}
