using System.Data.Common;
using System.Net.Http.Headers;
using Plenum.Server.Accounts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>Where a device registers under an alias to be called: with a user name and password first, then by its token.</summary>
internal sealed class RegistrationDoors(
    RegistrationAccounts accounts, Checkpoint checkpoint, JoinPace pace, Switchboard switchboard, RegistrationMint mint)
{
    private static readonly string Expires = $"{(int)Pulse.Lifetime.TotalSeconds}";

    public static void MapTo(WebApplication app)
    {
        var doors = app.Services.GetRequiredService<RegistrationDoors>();
        var registration = app.MapGroup($"{ClientApi.Root}/registrations/{{alias}}");
        registration.MapPost("request_token", doors.RequestToken);
        registration.MapPost("refresh_token", doors.RefreshToken);
        registration.MapPost("release_token", doors.ReleaseToken);
        registration.MapGet("events", app.Services.GetRequiredService<IncomingStream>().Open);
    }

    public async Task RequestToken(HttpContext context)
    {
        if (!pace.Allows(Neighbourhood.Of(context.Connection.RemoteIpAddress)))
        {
            await Answers.No(context, Refusal.TooMany);
            return;
        }

        try
        {
            var (proven, wait) = await Prove(context);
            if (wait > TimeSpan.Zero) await Answers.No(context, Refusal.TooMany);
            else if (!proven) await Answers.No(context, new Refusal("Invalid username or password", StatusCodes.Status401Unauthorized));
            else await Welcome(context, switchboard.Register(AliasOf(context)));
        }
        catch (DbException)
        {
            await Answers.No(context, Refusal.OutOfResource);
        }
    }

    public Task RefreshToken(HttpContext context)
    {
        if (Recognise(context) is not var (device, generation) || device.Refresh(generation) is not { } next) return Answers.No(context, Refusal.InvalidToken);
        return Answers.Result(
            context,
            new RegistrationRefreshedBody(mint.Mint(new RegistrationToken(device.Id, next)), Expires),
            RegistrationJson.Default.RegistrationRefreshedBody);
    }

    public Task ReleaseToken(HttpContext context)
    {
        if (Recognise(context) is not var (device, _)) return Answers.No(context, Refusal.InvalidToken);
        switchboard.Leave(device);
        return Answers.Yes(context);
    }

    /// <summary>The device whose token it is: in a header, or in the query where a browser cannot send headers.</summary>
    public (Device Device, int Generation)? Recognise(HttpContext context)
    {
        var sent = context.Request.Headers["token"] is [var header] ? header : context.Request.Query["token"] is [var query] ? query : null;
        if (mint.Read(sent) is not { } token || switchboard.Find(AliasOf(context), token.Device) is not { } device) return null;
        return device.Accepts(token.Generation) ? (device, token.Generation) : null;
    }

    private async Task<(bool Proven, TimeSpan Wait)> Prove(HttpContext context)
    {
        if (!ConferenceAlias.TryParse(AliasOf(context), null, out var alias) || CredentialsOf(context.Request) is not { } basic) return default;
        return await checkpoint.Try(
            $"registration {alias}",
            Neighbourhood.Of(context.Connection.RemoteIpAddress),
            () => accounts.Proves(alias.Text, basic.Name, basic.Password, context.RequestAborted),
            context.RequestAborted);
    }

    private Task Welcome(HttpContext context, Device device) => Answers.Result(
        context,
        new RegisteredBody(
            mint.Mint(new RegistrationToken(device.Id, 1)),
            Expires,
            $"{device.Id}",
            DirectoryEnabled: false,
            RouteViaRegistrar: false,
            VersionBody.Spoken),
        RegistrationJson.Default.RegisteredBody);

    private static string AliasOf(HttpContext context) => ((string)context.Request.RouteValues["alias"]!).ToLowerInvariant();

    /// <summary>Some clients cannot set the usual header, so there is another name for it.</summary>
    private static BasicCredentials? CredentialsOf(HttpRequest request)
    {
        var sent = request.Headers["X-Pexip-Authorization"] is [var own] ? own : request.Headers.Authorization is [var usual] ? usual : null;
        return AuthenticationHeaderValue.TryParse(sent, out var authorization) ? BasicCredentials.Read(authorization) : null;
    }
}
