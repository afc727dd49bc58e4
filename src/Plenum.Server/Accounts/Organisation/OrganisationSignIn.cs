using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>Somebody whom the organisation vouches for; without a rank it does not say that they may manage this server.</summary>
internal sealed record Vouched(string Subject, string Name, Rank? Rank);

/// <summary>What came of a way to the provider and back: somebody and where they wanted to go, or why nobody came.</summary>
internal sealed record Returned(Vouched? Person, string To, string? Why);

/// <summary>Leads administrators to the organisation's provider, and takes them up when they come back.</summary>
internal sealed class OrganisationSignIn(ServerSettings settings, Provider provider, SealedState state, ILoggerFactory loggers, TimeProvider time)
{
    public const string Start = "/sign-in/organisation";
    public const string Finish = "/sign-in/organisation/return";
    private const string Scheme = "organisation";

    private OrganisationSettings Organisation => settings.SignIn.Organisation;

    public bool Offered => Organisation.Wanted;

    public string Name => Organisation.Name;

    /// <summary>Answers with the way to the provider; null when it went out, otherwise why it could not.</summary>
    public async Task<string?> Lead(HttpContext context, string root, string to)
    {
        try
        {
            var handler = await Handler(context, root, new OAuthEvents());
            await handler.ChallengeAsync(new AuthenticationProperties { RedirectUri = to });
            return null;
        }
        catch (Exception e) when (e is NotProven or HttpRequestException or TaskCanceledException)
        {
            return Why(e);
        }
    }

    public async Task<Returned> Receive(HttpContext context, string root)
    {
        var (to, failure) = ("", (Exception?)null);
        var events = new OAuthEvents
        {
            OnTicketReceived = received =>
            {
                to = received.ReturnUri ?? "";
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
            var handler = await Handler(context, root, events);
            await handler.HandleRequestAsync();
            return failure is null && handler.Claims is { } claims ? new Returned(Person(claims), to, null) : new Returned(null, to, Why(failure));
        }
        catch (Exception e) when (e is NotProven or HttpRequestException or TaskCanceledException)
        {
            return new Returned(null, to, Why(e));
        }
    }

    private Vouched Person(JsonElement claims)
    {
        var name = PersonClaims.Text(claims, Organisation.NameClaim) ?? throw new NotProven($"it does not tell your {Organisation.NameClaim}");
        if (Organisation.NameClaim == "email" && PersonClaims.Text(claims, "email_verified") == "false") throw new NotProven("it has not verified your e-mail address");
        // Without an identity token there may be no subject; then the name is all that there is.
        var subject = PersonClaims.Text(claims, "sub") ?? PersonClaims.Text(claims, "id") ?? name;
        return new Vouched($"{Organisation.Authority ?? Organisation.AuthorizationEndpoint} {subject}", name, RankMapping.Of(Organisation).For(name, PersonClaims.Values(claims, Organisation.RankClaim)));
    }

    private async Task<OrganisationHandler> Handler(HttpContext context, string root, OAuthEvents events)
    {
        var addresses = await provider.Addresses(context.RequestAborted);
        var options = new OAuthOptions
        {
            ClientId = Organisation.ClientId!,
            ClientSecret = Organisation.Secret(),
            AuthorizationEndpoint = addresses.Authorization,
            TokenEndpoint = addresses.Token,
            CallbackPath = root + Finish,
            UsePkce = true,
            Backchannel = provider.Http,
            StateDataFormat = state,
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

    /// <summary>What people are told. What a provider or a library wrote stays in the journal; only our own words are shown.</summary>
    private string Why(Exception? failure) => failure?.GetBaseException() switch
    {
        NotProven e => $"{Name} did not prove who you are: {e.Message}. Try again, or ask whoever runs it.",
        HttpRequestException or TaskCanceledException or IOException or System.Net.Sockets.SocketException => $"{Name} cannot be reached now. Try again in a moment, or sign in as admin with the password.",
        _ => $"{Name} did not let you in, or the sign-in took too long or was begun in another window. Try again.",
    };
}
