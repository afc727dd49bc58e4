using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts.Organisation;

/// <summary>A server whose administrators come from an organisation's provider or through a proxy on this machine.</summary>
public sealed class An_organisation : IAsyncLifetime
{
    internal A_provider Provider { get; private set; } = null!;

    public PlenumProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await A_provider.Start();
        Server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__SignIn__Passwords"] = "admin",
            ["Plenum__SignIn__Organisation__Name"] = "Example Ltd",
            ["Plenum__SignIn__Organisation__Authority"] = Provider.Address,
            ["Plenum__SignIn__Organisation__ClientId"] = A_provider.Client,
            ["PLENUM_SIGNIN_SECRET"] = A_provider.Secret,
            ["Plenum__SignIn__Organisation__Owners"] = "plenum-owners",
            ["Plenum__SignIn__Organisation__Editors"] = "plenum-editors,heidi@example.org",
            ["Plenum__SignIn__Organisation__Viewers"] = "everybody",
            ["Plenum__SignIn__Header__Name"] = "X-Remote-User",
            ["Plenum__SignIn__Header__DisplayName"] = "X-Remote-Name",
            ["Plenum__SignIn__Participants__ReturnTo"] = "https://rooms.example.org",
            ["Plenum__SignIn__Header__Groups"] = "X-Remote-Groups",
            ["Plenum__SignIn__Header__From"] = "127.0.0.1,::1",
            ["Plenum__SignIn__Header__Owners"] = "admins",
            ["Plenum__SignIn__Header__Viewers"] = "staff",
        });
    }

    /// <summary>Somebody whom nobody knows yet, so that tests do not meet.</summary>
    internal string Newcomer(params string[] groups)
    {
        var name = $"person-{Guid.NewGuid():N}";
        (Provider.Subject, Provider.Email, Provider.Name, Provider.Groups, Provider.Lie, Provider.Holds) = (name, $"{name[..15]}@example.org", null, groups, Lie.None, false);
        return Provider.Email;
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        if (Provider is not null) await Provider.DisposeAsync();
    }
}

[CollectionDefinition(nameof(An_organisation))]
public sealed class OrganisationCollection : ICollectionFixture<An_organisation>;
