using System.Security.Cryptography;
using Plenum.Server.Accounts;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Branding.Store;
using Plenum.Server.Hosting.Backups;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;
using Plenum.Tests.Hosting;
using Plenum.Tests.Log;

namespace Plenum.Tests.Branding;

public sealed class Brandings_in_a_backup(PostgresDatabaseForTests postgres) : IClassFixture<PostgresDatabaseForTests>
{
    private static readonly Draft Secret = Draft.Empty(new Customization(Guid.NewGuid(), "Autumn")) with
    {
        Secrets = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["phone-book"] = new Dictionary<string, string> { ["token"] = "hush-hush" } },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Come_back_byte_by_byte_with_the_plan(bool onPostgres)
    {
        using var scratch = new Scratch();
        var settings = new ServerSettings { Database = onPostgres ? await postgres.Address() : null, Data = scratch["data"] };
        Directory.CreateDirectory(settings.Data);
        var files = BrandingFiles.Of(new Dictionary<string, byte[]> { ["manifest.json"] = "{\"brandingID\": 1}"u8.ToArray(), ["noise.bin"] = RandomNumberGenerator.GetBytes(3_000_000) });
        await using (var database = Database.Choose(settings.Database, settings.Data))
        {
            await database.Migrate(CancellationToken.None);
            await new BrandingShelf(database, TimeProvider.System).Add(
                files, new StoredBranding(files.Hash, "Noise", "1", 2, 3_000_000, [], [], DateTimeOffset.UnixEpoch, "admin"), _ => Task.CompletedTask, CancellationToken.None);
            using var plans = new BrandingPlans(database, TimeProvider.System);
            using var shelf = await Portal(database);
            await shelf.Add(Secret, "admin", _ => Task.CompletedTask, CancellationToken.None);
            await plans.Change("admin", plan => plan with { Active = files.Hash }, _ => Task.CompletedTask, CancellationToken.None);
        }

        await Backup.Take(settings, scratch["all.tar.gz"], CancellationToken.None);
        var again = settings with { Data = scratch["again"] };
        await Restore.Put(again, scratch["all.tar.gz"], force: true, CancellationToken.None);

        await using var restored = Database.Choose(again.Database, again.Data);
        var packed = await new BrandingShelf(restored, TimeProvider.System).Package(files.Hash, CancellationToken.None);
        Assert.Equal(files.Hash, PackedBranding.Unpack(packed!).Hash);
        using var kept = new BrandingPlans(restored, TimeProvider.System);
        Assert.Equal(files.Hash, (await kept.Last(CancellationToken.None)).Plan.Active);
        using var opened = await Portal(restored);
        Assert.Equal("hush-hush", (await opened.Find(Secret.Value.Id, CancellationToken.None))!.Secrets["phone-book"]["token"]);
    }

    /// <summary>Secrets are sealed by the server's key, which must come along.</summary>
    private static async Task<CustomizationShelf> Portal(Database database) =>
        new(database, TimeProvider.System, new SecretSeal(await Secrets.ServerKey(database, CancellationToken.None)));
}
