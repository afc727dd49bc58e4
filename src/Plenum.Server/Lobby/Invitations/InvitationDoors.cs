using System.Globalization;
using System.Text;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Lobby.Pages;
using Plenum.Server.Lobby.Tongues;

namespace Plenum.Server.Lobby.Invitations;

/// <summary>The page that invites to a conference, its QR code and its calendar file; guessing is as slow as at the entrance.</summary>
internal sealed class InvitationDoors(ConferenceDirectory directory, JoinPace pace, ContentSecurity security, TimeProvider time)
{
    public static void MapTo(IEndpointRouteBuilder app)
    {
        var one = app.MapGroup(LobbyDoors.Root + "/invitation/{alias}");
        one.MapMethods("", LobbyDoors.Reads, (HttpContext context, string alias, InvitationDoors doors) => doors.Answer(context, alias, doors.Page));
        one.MapMethods("/qr.svg", LobbyDoors.Reads, (HttpContext context, string alias, InvitationDoors doors) => doors.Answer(context, alias, Code));
        one.MapMethods("/meeting.ics", LobbyDoors.Reads, (HttpContext context, string alias, string? start, string? minutes, InvitationDoors doors) =>
            doors.Answer(context, alias, (asked, invitation) => doors.Calendar(Tongue.Of(asked), invitation, start, minutes)));
    }

    private IResult Answer(HttpContext context, string alias, Func<HttpContext, Invitation, IResult> answer)
    {
        if (!pace.Allows(Neighbourhood.Of(context.Connection.RemoteIpAddress))) return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        context.Response.Headers.CacheControl = "no-store";
        return ConferenceAlias.TryParse(alias, null, out var parsed) && directory.Find(parsed) is { } listing
            ? answer(context, Invitation.To(listing, parsed, PageDoors.Origin(context.Request)))
            : TypedResults.NotFound();
    }

    private PageResult<InvitationPage> Page(HttpContext context, Invitation invitation)
    {
        security.ForPages(context.Response.Headers);
        return new PageResult<InvitationPage>(new { Words = Tongue.Of(context), Invitation = invitation });
    }

    private static IResult Code(HttpContext context, Invitation invitation) =>
        TypedResults.Text(QrDrawing.Svg(invitation.JoinAddress), "image/svg+xml", Encoding.UTF8);

    private IResult Calendar(Tongue words, Invitation invitation, string? start, string? minutes)
    {
        var now = time.GetUtcNow();
        if (Begin(start, now) is not { } begin || Length(minutes) is not { } length) return TypedResults.Text("That is not a time\n", statusCode: StatusCodes.Status400BadRequest);
        return TypedResults.File(Encoding.UTF8.GetBytes(CalendarFile.Write(invitation, words, begin, length, now)), "text/calendar; charset=utf-8", "meeting.ics");
    }

    /// <summary>As a browser's field writes it; without one, the next full hour.</summary>
    private static DateTime? Begin(string? start, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(start)) return now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour + 1);
        string[] forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        if (!DateTime.TryParseExact(start, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || time.Year is < 2000 or > 9000) return null;
        return DateTime.SpecifyKind(time, start.EndsWith('Z') ? DateTimeKind.Utc : DateTimeKind.Unspecified);
    }

    private static TimeSpan? Length(string? minutes) =>
        string.IsNullOrEmpty(minutes) ? TimeSpan.FromHours(1)
        : int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 5 and <= 1440 ? TimeSpan.FromMinutes(number)
        : null;
}
