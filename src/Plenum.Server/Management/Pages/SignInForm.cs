using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>The form that administrators come in by, with the ways that are open on this server.</summary>
internal sealed class SignInForm(ServerSettings settings, OrganisationSignIn organisation)
{
    public IResult Page(string to, int status = 200, string name = "", string? wrong = null) => new PageResult<SignInPage>(
        new { To = to, Name = name, Wrong = wrong, Organisation = organisation.Offered ? organisation.Name : null, Passwords = settings.SignIn.Passwords }, status);
}
