using Plenum.Server.Accounts;
using Plenum.Server.Accounts.Organisation;

namespace Plenum.Server.Management.Pages;

/// <summary>Visits of those whom a proxy has signed in. They get a session like everybody, and another one when the proxy says another name.</summary>
internal sealed class HeaderVisits(HeaderSignIn header, VouchedEntry entry, Sessions sessions)
{
    /// <summary>The visit, or why there is none; neither where no proxy vouches for anybody.</summary>
    public async Task<(Visit? Visit, string? Why)> Of(HttpContext context, FormSeal seals)
    {
        if (header.Of(context) is not { } person) return (null, null);
        if (context.Request.Cookies[SignInDoors.Cookie] is { } held && await sessions.Find(held, context.RequestAborted) is { } known)
        {
            if (known.Name == person.Name && known.Rank == person.Rank) return (new Visit(known, seals.Of(held), true), null);
            await sessions.End(held, context.RequestAborted);
        }

        var (secret, who, why) = await entry.Admit(person, HeaderSignIn.By, context);
        if (secret is null) return (null, why);
        context.Response.Cookies.Append(SignInDoors.Cookie, secret, SignInDoors.Options(context.Request));
        return (new Visit(who!, seals.Of(secret), true), null);
    }
}
