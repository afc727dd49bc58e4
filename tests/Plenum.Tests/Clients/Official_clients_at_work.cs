using System.Collections.Immutable;
using Plenum.Tests.Running;

namespace Plenum.Tests.Clients;

/// <summary>A server of their own (they restart it) and what the two drivers found on it; each driver runs once.</summary>
public sealed class Official_clients_at_work : IAsyncLifetime
{
    /// <summary>A thousand joins in seconds from one address are what these checks are, not an attack.</summary>
    private static readonly Dictionary<string, string> RoomForAll = new()
    {
        ["Plenum__Limits__JoinBurstPerAddress"] = "10000",
        ["Plenum__Limits__JoinsPerSecondPerAddress"] = "1000",
        // Nobody goes there: what is looked at is how the server asks for a sign-in.
        ["Plenum__SignIn__Organisation__Authority"] = "https://id.example",
        ["Plenum__SignIn__Organisation__ClientId"] = "plenum",
    };

    private PlenumProcess? _server;

    public ImmutableArray<ClientCheck> Functions { get; private set; } = [];

    public ImmutableArray<ClientCheck> People { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _server = await PlenumProcess.StartWith(RoomForAll);
        var clients = new OfficialClients(_server.Address, _server.AdminPassword, _server.Restart);
        Functions = await clients.Run("functions");
        People = await clients.Run("people");
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

[CollectionDefinition(nameof(Official_clients_at_work))]
public sealed class OfficialClientsCollection : ICollectionFixture<Official_clients_at_work>;
