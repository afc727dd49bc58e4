using Plenum.Server.Accounts;
using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Hosting.Http;

namespace Plenum.Server.Management;

/// <summary>Where somebody for whom somebody else vouches gets a session like everybody's, or hears why not.</summary>
internal sealed class VouchedEntry(VouchedAccounts accounts, Sessions sessions, Audit audit)
{
    /// <summary>The secret of the new session; otherwise what to tell them.</summary>
    public async Task<(string? Secret, Administrator? Who, string? Why)> Admit(Vouched person, string by, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (person.Rank is not { } rank)
        {
            if (await accounts.Dismiss(person.Subject, cancellation)) await audit.Note(new Administrator(person.Name, Rank.Viewer), "account closed", person.Name, $"{by} gives it no rank any more", cancellation);
            return (null, null, $"{by} knows you as {person.Name}, and that name has no rank on this server. An owner can add you or one of your groups.");
        }

        if (!VouchedAccounts.CanBeCalled(person.Name)) return (null, null, $"{by} calls you by a name that no account can have here: letters, digits and . - _ @ are allowed, 100 at most.");
        if (await accounts.Welcome(person.Subject, person.Name, rank, cancellation) is not { } account)
            return (null, null, $"There is another account called {person.Name} here. An owner can close it, and then you can come in.");
        var who = new Administrator(account, rank);
        var secret = await sessions.Begin(account, cancellation);
        await audit.Note(who, "signed in", account, $"through {by} as {rank.InWords()}, from {Neighbourhood.Of(context.Connection.RemoteIpAddress)}", cancellation);
        return (secret, who, null);
    }
}
