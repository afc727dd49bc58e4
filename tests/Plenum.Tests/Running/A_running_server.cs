namespace Plenum.Tests.Running;

/// <summary>One running server for all test classes of the collection, which therefore make conferences of their own.</summary>
public sealed class A_running_server : IAsyncLifetime
{
    public PlenumProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PlenumProcess.Start();

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

[CollectionDefinition(nameof(A_running_server))]
public sealed class RunningServerCollection : ICollectionFixture<A_running_server>;
