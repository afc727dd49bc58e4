namespace Plenum.Server.Conferences.Listings;

/// <summary>What a new user finds: one conference with a host PIN, and one that is open to everybody.</summary>
public static class DemoConferences
{
    public const string HostPin = "1234";
    public const string WithPin = "meet.demo";
    public const string Open = "meet.open";
    public static readonly IReadOnlyList<string> Aliases = [WithPin, Open];

    public static async Task Ensure(ConferenceDirectory directory, PinSeal pins, CancellationToken cancellation)
    {
        await Ensure(directory, "Demo conference", WithPin, id => new ListingSettings(new ConferenceTerms())
        {
            HostPinSeal = pins.Seal(id, HostPin),
        }, cancellation);
        await Ensure(directory, "Open conference", Open, _ => new ListingSettings(new ConferenceTerms()), cancellation);
    }

    private static async Task Ensure(
        ConferenceDirectory directory, string name, string alias, Func<ConferenceId, ListingSettings> settings, CancellationToken cancellation)
    {
        if (directory.Find(ConferenceAlias.Parse(alias)) is not null) return;
        var id = ConferenceId.New();
        await directory.Add(new Listing(id, name, [alias], settings(id)), cancellation);
    }
}
