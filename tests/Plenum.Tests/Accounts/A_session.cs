using Plenum.Server.Accounts;
using Plenum.Server.Hosting.Storage;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts;

public sealed class A_session : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plenum-test-");
    private readonly ManualClock _clock = new();
    private Database _database = null!;
    private Sessions _sessions = null!;

    public async ValueTask InitializeAsync()
    {
        _database = Database.Choose(null, _folder.FullName);
        await _database.Migrate(TestContext.Current.CancellationToken);
        _sessions = new Sessions(_database, _clock);
        await new AdminAccounts(_database, _clock).Ensure("a password", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Goes_on_as_long_as_somebody_is_there_and_no_longer_than_a_working_day()
    {
        var secret = await _sessions.Begin("admin", default);
        for (var hours = 1; hours < 12; hours++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.NotNull(await _sessions.Find(secret, default));
        }

        _clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Assert.Null(await _sessions.Find(secret, default));
    }

    [Fact]
    public async Task Ends_when_nobody_is_there()
    {
        var secret = await _sessions.Begin("admin", default);
        _clock.Advance(Sessions.Idle + TimeSpan.FromSeconds(1));
        Assert.Null(await _sessions.Find(secret, default));
    }

    [Fact]
    public async Task Is_known_by_the_hash_of_its_secret_alone()
    {
        var secret = await _sessions.Begin("admin", default);
        await using var connection = await _database.Open(default);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM sessions";
        var stored = (string)(await command.ExecuteScalarAsync())!;

        Assert.NotEqual(secret, stored);
        Assert.Null(await _sessions.Find(stored, default));
        Assert.Null(await _sessions.Find("", default));
        Assert.Null(await _sessions.Find(new string('x', 5000), default));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
