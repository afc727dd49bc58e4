using System.Collections.Concurrent;

namespace Plenum.Tests.Running;

/// <summary>One running server for all test classes of the collection; each test takes a conference that nobody used before.</summary>
public sealed class A_running_server : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, int> _taken = new();

    public PlenumProcess Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await PlenumProcess.StartWith(Patient);
        Http = new HttpClient { BaseAddress = Server.Address, Timeout = Visitor.Patience };
    }

    /// <summary>The alias of an unused conference.</summary>
    public string Take(Furniture kind)
    {
        var number = _taken.AddOrUpdate(kind.Name, 0, (_, last) => last + 1);
        Assert.True(number < kind.Number, $"There are only {kind.Number} conferences of the kind {kind.Name}");
        return kind.Alias(number);
    }

    public Task<Visitor> Join(string alias, string name, string? pin = null) => Visitor.Join(Http, alias, name, pin);

    public Task<Visitor> Host(string alias, string name = "Hanna") => Join(alias, name, Furniture.HostPin);

    public Task<Visitor> Guest(string alias, string name = "Gus") => Join(alias, name, "none");

    public ValueTask DisposeAsync()
    {
        Http?.Dispose();
        return Server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Tests ask faster than people; what limits do is tested where they are low.</summary>
    private static Dictionary<string, string> Patient => new()
    {
        ["Plenum__Limits__JoinBurstPerAddress"] = "100000",
        ["Plenum__Limits__RequestBurstPerToken"] = "100000",
        ["Plenum__Limits__CommandsPerSecondPerConference"] = "100000",
    };
}

[CollectionDefinition(nameof(A_running_server))]
public sealed class RunningServerCollection : ICollectionFixture<A_running_server>;
