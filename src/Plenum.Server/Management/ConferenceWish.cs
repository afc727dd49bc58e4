using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>What an administrator wants a conference to be. What is absent stays, or is the usual; a PIN that is null goes.</summary>
internal sealed record ConferenceWish
{
    public string? Name { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }

    public ConferenceKind? Kind { get; init; }

    /// <summary>4 to 20 digits.</summary>
    public string? HostPin { get; init; }

    /// <summary>4 to 20 digits, others than the host PIN.</summary>
    public string? GuestPin { get; init; }

    public bool? AllowGuests { get; init; }

    public bool? ChatEnabled { get; init; }

    public bool? GuestsCanPresent { get; init; }

    public bool? GuestsCanUnmute { get; init; }

    public bool? MuteGuestsOnJoin { get; init; }

    public bool? CaptionsAvailable { get; init; }

    public bool? BreakoutsAllowed { get; init; }

    /// <summary>Only people who sign in through the organisation come in.</summary>
    public bool? SignIn { get; init; }

    /// <summary>1 to 1000.</summary>
    public int? ParticipantLimit { get; init; }

    /// <summary>How long somebody may wait to be let in, in minutes.</summary>
    public double? WaitingMinutes { get; init; }

    /// <summary>How long guests stay after the last host has gone, in seconds.</summary>
    public double? GraceWithoutHostSeconds { get; init; }

    /// <summary>Guests come in and stay without a host.</summary>
    public bool? GuestsMayStart { get; init; }

    /// <summary>While it is locked, whoever holds the host PIN waits too.</summary>
    public bool? LockHoldsHosts { get; init; }

    public IReadOnlyDictionary<string, string>? ClassificationLevels { get; init; }

    /// <summary>Groups that brandings and plugins can be given to.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
}

/// <summary>Turns a wish into a listing, or says which member of it cannot be.</summary>
internal static class Wishing
{
    private const int MostAliases = 50;

    public static Listing On(this Sent<ConferenceWish> sent, Listing listing, PinSeal pins, SignInSettings signIn)
    {
        var wish = sent.Wish;
        foreach (var member in sent.Members.Where(member => member is not ("hostPin" or "guestPin") && Missing(wish, member)))
            throw new Unacceptable(member, $"{member} cannot be null; leave it out instead.");
        var settings = new ListingSettings(Terms(wish, listing.Settings.Terms.Becoming(wish.Kind ?? listing.Settings.Terms.Kind)))
        {
            HostPinSeal = sent.Mentions("hostPin") ? Seal(pins, listing.Id, "hostPin", wish.HostPin) : listing.Settings.HostPinSeal,
            GuestPinSeal = sent.Mentions("guestPin") ? Seal(pins, listing.Id, "guestPin", wish.GuestPin) : listing.Settings.GuestPinSeal,
            Groups = wish.Groups is { } groups ? Grouped(groups) : listing.Settings.Groups,
        };
        if (settings is { Terms.Kind: ConferenceKind.Reception } and not { HostPinSeal: null, GuestPinSeal: null })
            throw new Unacceptable("kind", "A reception asks for no PIN; the conference that it leads to does. Set hostPin and guestPin to null.");
        if (settings.Terms is { Kind: ConferenceKind.Reception, SignIn: true })
            throw new Unacceptable("signIn", "A reception asks nobody to sign in; the conference that it leads to does. Turn it on there.");
        if (settings.Terms.SignIn && !listing.Terms.SignIn && !signIn.ForParticipants)
            throw new Unacceptable("signIn", "Nobody could sign in: this server has no provider and no proxy to ask. Configure Plenum:SignIn:Organisation or Plenum:SignIn:Header first (see Running Plenum).");
        if (settings.GuestPinSeal is not null && settings.HostPinSeal is null)
            throw new Unacceptable("guestPin", "A guest PIN needs a host PIN, or nobody could be a host; set hostPin too, or remove guestPin.");
        if (settings.GuestPinSeal is not null && settings.GuestPinSeal == settings.HostPinSeal)
            throw new Unacceptable("guestPin", "The host PIN and the guest PIN must differ, or guests would be hosts.");
        return listing with
        {
            Name = wish.Name is { } name ? Named(name) : listing.Name,
            Aliases = wish.Aliases is { } aliases ? Parsed(aliases) : listing.Aliases,
            Settings = settings,
        };
    }

    private static ConferenceTerms Terms(ConferenceWish wish, ConferenceTerms terms) => terms with
    {
        AllowGuests = wish.AllowGuests ?? terms.AllowGuests,
        ChatEnabled = wish.ChatEnabled ?? terms.ChatEnabled,
        GuestsCanPresent = wish.GuestsCanPresent ?? terms.GuestsCanPresent,
        GuestsCanUnmute = wish.GuestsCanUnmute ?? terms.GuestsCanUnmute,
        MuteGuestsOnJoin = wish.MuteGuestsOnJoin ?? terms.MuteGuestsOnJoin,
        CaptionsAvailable = wish.CaptionsAvailable ?? terms.CaptionsAvailable,
        BreakoutsAllowed = wish.BreakoutsAllowed ?? terms.BreakoutsAllowed,
        SignIn = wish.SignIn ?? terms.SignIn,
        ParticipantLimit = (int)Within("participantLimit", wish.ParticipantLimit ?? terms.ParticipantLimit, 1, 1000),
        WaitingLimit = TimeSpan.FromMinutes(Within("waitingMinutes", wish.WaitingMinutes ?? terms.WaitingLimit.TotalMinutes, 0.1, 1440)),
        GraceWithoutHost = TimeSpan.FromSeconds(Within("graceWithoutHostSeconds", wish.GraceWithoutHostSeconds ?? terms.GraceWithoutHost.TotalSeconds, 0, 86_400)),
        GuestsMayStart = wish.GuestsMayStart ?? terms.GuestsMayStart,
        LockHoldsHosts = wish.LockHoldsHosts ?? terms.LockHoldsHosts,
        ClassificationLevels = wish.ClassificationLevels is { } levels ? Levels(levels) : terms.ClassificationLevels,
    };

    private static string Named(string name) => DisplayName.Clean(name, 250) is { Length: > 0 } clean
        ? clean
        : throw new Unacceptable("name", "name is required: 1 to 250 characters that people can read.");

    private static List<string> Parsed(IReadOnlyList<string> aliases)
    {
        if (aliases.Count is 0 or > MostAliases) throw new Unacceptable("aliases", $"aliases needs 1 to {MostAliases} of them.");
        var parsed = aliases.Select((text, index) => ConferenceAlias.TryParse(text, null, out var alias)
            ? alias.Text
            : throw new Unacceptable($"aliases[{index}]", "An alias is 1 to 250 characters without spaces, slashes, quotes or any of < > ? # %.")).ToList();
        return parsed.Distinct().Count() == parsed.Count ? parsed : throw new Unacceptable("aliases", "aliases names the same alias twice; capitals make no difference.");
    }

    private static List<string> Grouped(IReadOnlyList<string> groups)
    {
        if (groups.Count > GroupName.Most) throw new Unacceptable("groups", $"A conference is in {GroupName.Most} groups at most.");
        return [.. groups.Select((text, index) => GroupName.Parse(text) ?? throw new Unacceptable($"groups[{index}]", GroupName.Rule)).Distinct()];
    }

    private static string? Seal(PinSeal pins, ConferenceId conference, string member, string? pin) => pin switch
    {
        null => null,
        { Length: >= 4 and <= PinSeal.LongestPin } when pin.All(char.IsAsciiDigit) => pins.Seal(conference, pin),
        _ => throw new Unacceptable(member, $"{member} is 4 to {PinSeal.LongestPin} digits, or null for none."),
    };

    private static double Within(string member, double value, double least, double most) => value >= least && value <= most
        ? value
        : throw new Unacceptable(member, $"{member} is between {least} and {most}.");

    private static Dictionary<string, string> Levels(IReadOnlyDictionary<string, string> levels)
    {
        if (levels.Count is 0 or > 20) throw new Unacceptable("classificationLevels", "classificationLevels has 1 to 20 levels.");
        return levels.ToDictionary(
            level => int.TryParse(level.Key, out var number) && number is >= 0 and <= 100 ? $"{number}" : throw new Unacceptable("classificationLevels", "Each level of classificationLevels is a number from 0 to 100."),
            level => DisplayName.Clean(level.Value ?? "") is { Length: > 0 } text ? text : throw new Unacceptable("classificationLevels", "Each level of classificationLevels needs a text."));
    }

    private static bool Missing(ConferenceWish wish, string member) =>
        typeof(ConferenceWish).GetProperty($"{char.ToUpperInvariant(member[0])}{member[1..]}")?.GetValue(wish) is null;
}
