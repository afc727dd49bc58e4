namespace Plenum.Server.Accounts;

/// <summary>Who manages the server, proven by sign-in. The name says which key or account it was, for the log and the audit.</summary>
public sealed record Administrator(string Name, Rank Rank = Rank.Owner)
{
    /// <summary>Doors ask for an administrator as a parameter; nobody reaches them who has not signed in.</summary>
    public static ValueTask<Administrator?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Administrator>());

    /// <summary>The rank that such a request needs and this administrator does not have; null where it may be sent.</summary>
    public Rank? Lacks(HttpRequest request, PathString below) => Ranks.Needed(request.Method, below) is var needed && needed > Rank ? needed : null;
}
