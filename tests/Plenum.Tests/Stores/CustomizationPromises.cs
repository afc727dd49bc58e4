using Dapper;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants.Tokens;
using Plenum.Tests.Running;

namespace Plenum.Tests.Stores;

/// <summary>The portal's shelf: customizations with their files and secrets.</summary>
public abstract class CustomizationPromises(SharedStorage storage) : IAsyncLifetime
{
    private const string Token = "hush-hush-token";
    private static readonly ServerKey Key = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    private readonly ManualClock _clock = new();
    private readonly Guid _id = Guid.NewGuid();
    private Database _database = null!;
    private CustomizationShelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = Shelf(_database = await storage.Database);

    [Fact]
    public async Task What_is_kept_comes_back_whole_with_its_files_and_secrets()
    {
        var noise = System.Security.Cryptography.RandomNumberGenerator.GetBytes(600_000);
        await Begin(new Dictionary<string, byte[]> { ["images/noise.bin"] = noise, ["empty.txt"] = [] });
        using var later = Shelf(_database);
        var stored = (await later.Find(_id, default))!;
        Assert.Equal(("Autumn", "anna", 1L), (stored.Value.Name, stored.ChangedBy, stored.Version));
        Assert.Equal(Token, stored.Secrets["phone-book"]["token"]);
        var files = await later.Files(stored, default);
        Assert.Equal(noise, files["images/noise.bin"]);
        Assert.Empty(files["empty.txt"]);
    }

    [Fact]
    public async Task Secrets_cannot_be_read_where_they_are_stored_nor_used_in_another_customization()
    {
        await Begin();
        var sealedText = await Secrets(_id);
        Assert.DoesNotContain("hush", sealedText, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String("hush-hush"u8)[..8], sealedText, StringComparison.Ordinal);
        var other = Guid.NewGuid();
        await _shelf.Add(Draft.Empty(new Customization(other, "Thief")), "eve", _ => Task.CompletedTask, default);
        await Write(other, sealedText);
        Assert.Empty((await _shelf.Find(other, default))!.Secrets);
        await Write(_id, $"{sealedText[..^4]}AAAA");
        Assert.Empty((await _shelf.Find(_id, default))!.Secrets);
        await Write(_id, "sealed:not base64 at all!");
        Assert.Empty((await _shelf.Find(_id, default))!.Secrets);
    }

    [Fact]
    public async Task Secrets_that_were_stored_before_there_was_a_seal_are_read_and_sealed_with_the_next_change()
    {
        await Begin();
        await Write(_id, $$$"""{"phone-book":{"token":"{{{Token}}}"}}""");
        Assert.Equal(Token, (await _shelf.Find(_id, default))!.Secrets["phone-book"]["token"]);
        await _shelf.Change(_id, "ben", draft => draft with { Value = draft.Value with { Name = "Winter" } }, _ => Task.CompletedTask, default);
        Assert.StartsWith("sealed:", await Secrets(_id), StringComparison.Ordinal);
        Assert.Equal(Token, (await _shelf.Find(_id, default))!.Secrets["phone-book"]["token"]);
    }

    [Fact]
    public async Task Changes_of_several_servers_in_one_moment_take_nothing_from_each_other()
    {
        await Begin();
        using var elsewhere = Shelf(_database);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => (number % 2 == 0 ? _shelf : elsewhere).Change(
            _id, "anna", draft => draft with { Files = draft.Files.Append(KeyValuePair.Create($"{number}.txt", new byte[number])).ToDictionary() }, _ => Task.CompletedTask, default)));
        var stored = (await _shelf.Find(_id, default))!;
        Assert.Equal(11, stored.Version);
        Assert.Equal(10, (await _shelf.Files(stored, default)).Count);
        Assert.Equal(stored.Upload, Assert.Single(await Uploads(stored.Upload)));
    }

    [Fact]
    public async Task What_was_deleted_comes_back_for_a_while_and_then_never()
    {
        await Begin(new Dictionary<string, byte[]> { ["a.txt"] = [1] });
        Assert.True(await _shelf.Remove(_id, _ => Task.CompletedTask, default));
        Assert.Null(await _shelf.Find(_id, default));
        Assert.Null(await _shelf.Change(_id, "ben", draft => draft, _ => Task.CompletedTask, default));
        Assert.True(await _shelf.Restore(_id, _ => Task.CompletedTask, default));
        Assert.Equal(Token, (await _shelf.Find(_id, default))!.Secrets["phone-book"]["token"]);
        Assert.True(await _shelf.Remove(_id, _ => Task.CompletedTask, default));
        _clock.Advance(SetAside.Kept + TimeSpan.FromSeconds(1));
        Assert.False(await _shelf.Restore(_id, _ => Task.CompletedTask, default));
    }

    public ValueTask DisposeAsync()
    {
        _shelf?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private CustomizationShelf Shelf(Database database) => new(database, _clock, new SecretSeal(Key));

    private Task Begin(Dictionary<string, byte[]>? files = null) => _shelf.Add(
        Draft.Empty(new Customization(_id, "Autumn")) with
        {
            Files = files ?? [],
            Secrets = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["phone-book"] = new Dictionary<string, string> { ["token"] = Token } },
        },
        "anna", _ => Task.CompletedTask, default);

    private async Task<string> Secrets(Guid id)
    {
        await using var connection = await _database.Open(default);
        return (await connection.ExecuteScalarAsync<string>("SELECT secrets FROM customizations WHERE id = @id", new { id = $"{id}" }))!;
    }

    private Task Write(Guid id, string secrets) => _database.Write(
        transaction => transaction.Connection!.ExecuteAsync("UPDATE customizations SET secrets = @secrets WHERE id = @id", new { id = $"{id}", secrets }, transaction), default);

    /// <summary>Under which names files of this customization lie: those that were replaced are gone.</summary>
    private async Task<IEnumerable<string>> Uploads(string last)
    {
        await using var connection = await _database.Open(default);
        return await connection.QueryAsync<string>(
            "SELECT DISTINCT upload FROM branding_pieces WHERE upload <= @last AND upload NOT IN (SELECT upload FROM customizations WHERE id <> @id) AND upload NOT IN (SELECT upload FROM brandings)", new { last, id = $"{_id}" });
    }
}
