using Plenum.Server.Accounts;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Tests.Running;

/// <summary>The conferences that tests find besides the demo ones: some of each kind, so that no two tests share one.</summary>
public sealed record Furniture(string Name, int Number, ConferenceTerms Terms)
{
    public const string HostPin = "4711";
    public const string GuestPin = "0815";

    /// <summary>No PIN: everybody is a host.</summary>
    public static readonly Furniture Open = new("open", 120, new());

    /// <summary>A host PIN; guests come without one and wait for a host.</summary>
    public static readonly Furniture Hosted = new("hosted", 180, new()) { HasHostPin = true };

    /// <summary>A PIN for hosts and one for guests.</summary>
    public static readonly Furniture BothPins = new("both", 12, new()) { HasHostPin = true, HasGuestPin = true };

    /// <summary>Only guests have a PIN; there are no hosts.</summary>
    public static readonly Furniture GuestPinOnly = new("guests", 3, new()) { HasGuestPin = true };

    /// <summary>A host PIN, and no guests at all.</summary>
    public static readonly Furniture HostsOnly = new("hosts", 3, new() { AllowGuests = false }) { HasHostPin = true };

    /// <summary>A chair for one.</summary>
    public static readonly Furniture ForOne = new("one", 4, new() { ParticipantLimit = 1 });

    private static readonly Furniture[] All = [Open, Hosted, BothPins, GuestPinOnly, HostsOnly, ForOne];

    public bool HasHostPin { get; init; }

    public bool HasGuestPin { get; init; }

    public string Alias(int number) => $"meet.{Name}.{number}";

    /// <summary>Made once and copied, since listing them one by one takes longer than the start of a server.</summary>
    private static readonly Lazy<Task<IReadOnlyDictionary<string, byte[]>>> Furnished = new(Furnish);

    /// <summary>Lists them in a data folder before its server starts.</summary>
    internal static async Task Into(string folder)
    {
        foreach (var (name, bytes) in await Furnished.Value) await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>> Furnish()
    {
        var folder = Directory.CreateTempSubdirectory("plenum-test-");
        await using (var database = Database.Choose(null, folder.FullName))
        {
            await database.Migrate(CancellationToken.None);
            var pins = new PinSeal(await Secrets.ServerKey(database, CancellationToken.None));
            var directory = new ConferenceDirectory(database, TimeProvider.System);
            await Task.WhenAll(All.SelectMany(kind => Enumerable.Range(0, kind.Number).Select(number => kind.List(directory, pins, number))));
        }

        var furnished = folder.GetFiles().ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName));
        folder.Delete(recursive: true);
        return furnished;
    }

    private Task<Listing?> List(ConferenceDirectory directory, PinSeal pins, int number)
    {
        var id = ConferenceId.New();
        var settings = new ListingSettings(Terms)
        {
            HostPinSeal = HasHostPin ? pins.Seal(id, HostPin) : null,
            GuestPinSeal = HasGuestPin ? pins.Seal(id, GuestPin) : null,
        };
        return directory.Add(new Listing(id, $"{Name} {number}", [Alias(number)], settings), CancellationToken.None);
    }
}
