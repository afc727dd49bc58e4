using System.Security.Cryptography;
using Dapper;
using Plenum.Server.Accounts;
using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Store;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Stores;

/// <summary>What was taken away comes back as it was for thirty days, and is nowhere after them.</summary>
public abstract class UndoPromises(SharedStorage storage) : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly string _name = $"anna-{Guid.NewGuid():N}";
    private Database _database = null!;

    public async ValueTask InitializeAsync() => _database = await storage.Database;

    [Fact]
    public async Task A_branding_comes_back_whole()
    {
        var (shelf, files) = (new BrandingShelf(_database, _clock), Files());
        var kept = await Keep(shelf, files, "Autumn");
        Assert.True(await shelf.Remove(kept.Id, Nothing, default));
        Assert.False(await shelf.Remove(kept.Id, Nothing, default));
        Assert.Null(await shelf.Find(kept.Id, default));
        Assert.Null(await shelf.Package(kept.Id, default));
        Assert.DoesNotContain(await shelf.All(default), branding => branding.Id == kept.Id);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), (await shelf.Removed(default)).Single(branding => branding.Id == kept.Id).RemovedAt!.Value.ToUnixTimeMilliseconds());

        Assert.True(await shelf.Restore(kept.Id, Nothing, default));
        Assert.Equal(files.Hash, PackedBranding.Unpack((await shelf.Package(kept.Id, default))!).Hash);
        Assert.Equal("Autumn", (await shelf.Find(kept.Id, default))!.Name);
        Assert.False(await shelf.Restore(kept.Id, Nothing, default));
    }

    [Fact]
    public async Task A_branding_that_is_uploaded_again_is_there_again_with_what_is_said_of_it_now()
    {
        var (shelf, files) = (new BrandingShelf(_database, _clock), Files());
        var kept = await Keep(shelf, files, "Autumn");
        await shelf.Remove(kept.Id, Nothing, default);

        Assert.Equal("Winter", (await Keep(shelf, files, "Winter")).Name);

        Assert.Equal("Winter", (await shelf.Find(kept.Id, default))!.Name);
        Assert.Equal(files.Hash, PackedBranding.Unpack((await shelf.Package(kept.Id, default))!).Hash);
        Assert.DoesNotContain(await shelf.Removed(default), branding => branding.Id == kept.Id);
        Assert.Equal(1, await Uploads(files));
    }

    [Fact]
    public async Task An_account_comes_back_with_its_password_and_rank_and_nobody_signed_in()
    {
        var (accounts, sessions) = (new AdminAccounts(_database, _clock), new Sessions(_database, _clock));
        var password = await accounts.Open(_name, Rank.Editor, Nothing, default);
        var secret = await sessions.Begin(_name, default);
        Assert.True(await accounts.Close(_name, Nothing, default));
        Assert.Null(await accounts.Find(_name, default));
        Assert.False(await accounts.Close(_name, Nothing, default));
        Assert.Equal(Rank.Editor, (await accounts.Removed.All(default)).Single(account => account.Name == _name).Rank);

        Assert.True(await accounts.Removed.Restore(_name, Nothing, default));
        var (hash, rank) = (await accounts.Find(_name, default))!.Value;
        Assert.True(PasswordHash.Matches(hash, password!));
        Assert.Equal(Rank.Editor, rank);
        Assert.Null(await sessions.Find(secret, default));
        Assert.DoesNotContain(await accounts.Removed.All(default), account => account.Name == _name);
    }

    [Fact]
    public async Task An_account_of_somebody_who_came_in_again_through_the_organisation_has_no_older_one_aside()
    {
        var (accounts, vouched) = (new AdminAccounts(_database, _clock), new VouchedAccounts(_database, _clock));
        await vouched.Welcome($"issuer {_name}", _name, Rank.Viewer, default);
        await accounts.Close(_name, Nothing, default);
        Assert.True((await accounts.Removed.All(default)).Single(account => account.Name == _name).Vouched);
        await vouched.Welcome($"issuer {_name}", $"{_name}-married", Rank.Viewer, default);
        Assert.False(await accounts.Removed.Restore(_name, Nothing, default));
    }

    [Fact]
    public async Task A_key_works_again()
    {
        var keys = new ApiKeys(_database, _clock);
        var (key, text) = await keys.Make(_name, Rank.Viewer, (_, _) => Task.CompletedTask, default);
        await keys.Revoke(key.Id, Nothing, default);
        Assert.Null(await keys.Find(text, default));
        Assert.Contains(await keys.Revoked(default), revoked => revoked.Id == key.Id);

        Assert.True(await keys.Restore(key.Id, Nothing, default));
        Assert.Equal((_name, Rank.Viewer), await keys.Find(text, default));
        Assert.False(await keys.Restore(key.Id, Nothing, default));
    }

    [Fact]
    public async Task A_registration_comes_back_unless_its_alias_is_somebody_elses_by_then()
    {
        var registrations = new RegistrationAccounts(_database, _clock);
        await registrations.Add(_name, "anna", "a long password", Nothing, default);
        await registrations.Remove(_name, Nothing, default);
        await registrations.Add(_name, "ben", "another password", Nothing, default);
        Assert.False(await registrations.Removed.Restore(_name, Nothing, default));
        Assert.True(await registrations.Proves(_name, "ben", "another password", default));

        await registrations.Remove(_name, Nothing, default);
        Assert.Equal("ben", (await registrations.Removed.All(default)).Single(removed => removed.Alias == _name).UserName);
        Assert.True(await registrations.Removed.Restore(_name, Nothing, default));
        Assert.True(await registrations.Proves(_name, "ben", "another password", default));
    }

    [Fact]
    public async Task Nothing_comes_back_after_thirty_days_and_then_nothing_is_left()
    {
        var (shelf, accounts, keys, registrations) = (new BrandingShelf(_database, _clock), new AdminAccounts(_database, _clock), new ApiKeys(_database, _clock), new RegistrationAccounts(_database, _clock));
        var files = Files();
        var branding = (await Keep(shelf, files, "Autumn")).Id;
        await accounts.Open(_name, Rank.Viewer, Nothing, default);
        await registrations.Add(_name, _name, "a long password", Nothing, default);
        var (key, _) = await keys.Make(_name, Rank.Viewer, (_, _) => Task.CompletedTask, default);
        await shelf.Remove(branding, Nothing, default);
        await accounts.Close(_name, Nothing, default);
        await registrations.Remove(_name, Nothing, default);
        await keys.Revoke(key.Id, Nothing, default);

        _clock.Advance(SetAside.Kept - TimeSpan.FromMinutes(1));
        await Sweep(shelf);
        Assert.Equal((1, 1), (await Uploads(files), (await accounts.Removed.All(default)).Count(account => account.Name == _name)));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await shelf.Restore(branding, Nothing, default));
        Assert.False(await accounts.Removed.Restore(_name, Nothing, default));
        Assert.False(await keys.Restore(key.Id, Nothing, default));
        Assert.False(await registrations.Removed.Restore(_name, Nothing, default));
        await Sweep(shelf);

        await using var connection = await _database.Open(default);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(
            """
            SELECT (SELECT COUNT(*) FROM brandings WHERE id = @branding) + (SELECT COUNT(*) FROM removed_accounts WHERE name = @_name)
            + (SELECT COUNT(*) FROM removed_registrations WHERE alias = @_name) + (SELECT COUNT(*) FROM api_keys WHERE id = @Key)
            """,
            new { branding, _name, Key = $"{key.Id}" }));
        Assert.Equal(0, await Uploads(files));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static Task Nothing(System.Data.Common.DbTransaction transaction) => Task.CompletedTask;

    private BrandingFiles Files() => BrandingFiles.Of(new Dictionary<string, byte[]> { ["manifest.json"] = "{\"brandingID\": 1}"u8.ToArray(), [_name] = RandomNumberGenerator.GetBytes(1000) });

    private Task<StoredBranding> Keep(BrandingShelf shelf, BrandingFiles files, string name) =>
        shelf.Add(files, new StoredBranding(files.Hash, name, "1", files.Files.Count, 1000, [], [], _clock.GetUtcNow(), "anna"), Nothing, default);

    private Task Sweep(BrandingShelf shelf) => new RemovedThings(_database, shelf).Forget(new RetentionSettings(), _clock.GetUtcNow(), default);

    /// <summary>How often these very bytes lie in the database.</summary>
    private async Task<int> Uploads(BrandingFiles files)
    {
        await using var connection = await _database.Open(default);
        var uploads = await connection.QueryAsync<byte[]>("SELECT bytes FROM branding_pieces");
        return uploads.Count(bytes => bytes.AsSpan().SequenceEqual(PackedBranding.Pack(files.Files)));
    }
}
