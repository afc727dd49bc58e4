using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>What people are led to the provider for: where it sends them back to, and the seal that only this errand opens.</summary>
internal sealed record Errand(string Return, SealedState State);

/// <summary>What came of a way to the provider and back: what it says of somebody, or why nobody came. What was taken along is there whenever it can be read.</summary>
internal sealed record Returned(JsonElement? Claims, AuthenticationProperties? Carried, Exception? Failure);

/// <summary>Leads people to the organisation's provider, and takes them up when they come back, in the browser that they went in.</summary>
internal sealed class ProviderTrip(ServerSettings settings, Provider provider, ILoggerFactory loggers, TimeProvider time)
{
    private const string Scheme = "organisation";

    private OrganisationSettings Organisation => settings.SignIn.Organisation;

    /// <summary>Answers with the way to the provider; null when it went out, otherwise why it could not.</summary>
    public async Task<Exception?> Lead(HttpContext context, Errand errand, AuthenticationProperties carried)
    {
        try
        {
            var handler = await Handler(context, errand, new OAuthEvents());
            await handler.ChallengeAsync(carried);
            return null;
        }
        catch (Exception e) when (e is NotProven or HttpRequestException or TaskCanceledException)
        {
            return e;
        }
    }

    public async Task<Returned> Receive(HttpContext context, Errand errand)
    {
        var (carried, failure) = ((AuthenticationProperties?)null, (Exception?)null);
        var events = new OAuthEvents
        {
            OnTicketReceived = received =>
            {
                carried = received.Properties;
                if (carried is not null) carried.RedirectUri = received.ReturnUri;
                received.HandleResponse();
                return Task.CompletedTask;
            },
            OnRemoteFailure = failed =>
            {
                failure = failed.Failure ?? new NotProven("it refused");
                failed.HandleResponse();
                return Task.CompletedTask;
            },
        };
        try
        {
            var handler = await Handler(context, errand, events);
            await handler.HandleRequestAsync();
            return failure is null ? new Returned(handler.Claims, carried, null) : new Returned(null, Carried(context, errand), failure);
        }
        catch (Exception e) when (e is NotProven or HttpRequestException or TaskCanceledException)
        {
            return new Returned(null, Carried(context, errand), e);
        }
    }

    /// <summary>Whoever failed should still find back to where they were: what came back says it, under our seal.</summary>
    private static AuthenticationProperties? Carried(HttpContext context, Errand errand) => errand.State.Unprotect(context.Request.Query["state"]);

    /// <summary>What people are told. What a provider or a library wrote stays in the journal; only our own words are shown.</summary>
    public string Why(Exception? failure, string otherwise) => Obstacle.Of(failure) switch
    {
        Obstacle.Unproven unproven => $"{Organisation.Name} did not prove who you are: {unproven.Why}. Try again, or ask whoever runs it.",
        Obstacle.Unreachable => $"{Organisation.Name} cannot be reached now. Try again in a moment{otherwise}.",
        _ => $"{Organisation.Name} did not let you in, or the sign-in took too long or was begun in another window. Try again.",
    };

    private async Task<OrganisationHandler> Handler(HttpContext context, Errand errand, OAuthEvents events)
    {
        var addresses = await provider.Addresses(context.RequestAborted);
        var options = new OAuthOptions
        {
            ClientId = Organisation.ClientId!,
            ClientSecret = Organisation.Secret(),
            AuthorizationEndpoint = addresses.Authorization,
            TokenEndpoint = addresses.Token,
            CallbackPath = errand.Return,
            UsePkce = true,
            Backchannel = provider.Http,
            StateDataFormat = errand.State,
            SignInScheme = "session",
            TimeProvider = time,
            Events = events,
        };
        foreach (var scope in Organisation.Scopes is { Count: > 0 } wanted ? wanted : ["openid", "profile", "email"]) options.Scope.Add(scope);
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        var handler = new OrganisationHandler(new TheseOptions(options), loggers, UrlEncoder.Default, provider, addresses);
        await handler.InitializeAsync(new AuthenticationScheme(Scheme, Organisation.Name, typeof(OrganisationHandler)), context);
        return handler;
    }
}
