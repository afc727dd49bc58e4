using Plenum.Server.Hosting.Storage;
using Plenum.Tests.Log;

namespace Plenum.Tests.Stores;

/// <summary>One migrated database that tests of several stores share; each test has names of its own in it.</summary>
public abstract class SharedStorage : IAsyncDisposable
{
    private readonly StoragePlace place;
    private readonly Lazy<Task<Database>> database;

    private protected SharedStorage(StoragePlace place) => (this.place, database) = (place, new(Make));

    /// <summary>Made when the first test asks; skips the test when there is no such storage on this machine.</summary>
    public Task<Database> Database => database.Value;

    public virtual async ValueTask DisposeAsync()
    {
        if (database is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await database.Value).DisposeAsync();
        await place.Remove();
        GC.SuppressFinalize(this);
    }

    private async Task<Database> Make()
    {
        await place.Make();
        var made = place.Choose();
        await made.Migrate(CancellationToken.None);
        return made;
    }
}

public sealed class SharedFile() : SharedStorage(new SqlitePlace());

public sealed class SharedPostgres : SharedStorage
{
    private readonly PostgresDatabaseForTests whole;

    public SharedPostgres(PostgresForTests server)
        : this(new PostgresDatabaseForTests(server))
    {
    }

    private SharedPostgres(PostgresDatabaseForTests whole)
        : base(new PostgresPlace(whole)) => this.whole = whole;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await whole.DisposeAsync();
    }
}

/// <summary>Tests of stores in the embedded file.</summary>
[CollectionDefinition(nameof(SharedFile))]
public sealed class StoresInAFile : ICollectionFixture<SharedFile>;

/// <summary>The same in PostgreSQL.</summary>
[CollectionDefinition(nameof(SharedPostgres))]
public sealed class StoresInPostgres : ICollectionFixture<SharedPostgres>;
