using System.Globalization;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;

namespace Plenum.Server.Management.Pages;

/// <summary>The form of a conference: what is shown in it, and how it is read into the same wish as the admin API's.</summary>
public sealed record ConferenceForm(string Name, string Aliases, ConferenceKind Kind, ConferenceTerms Terms, string Groups = "")
{
    public static readonly ConferenceForm Empty = new("", "", ConferenceKind.Room, new ConferenceTerms());

    public static readonly (string Name, string Label, Func<ConferenceTerms, bool> On)[] Ticks =
    [
        ("allowGuests", "Guests may come in", terms => terms.AllowGuests), ("chatEnabled", "Chat", terms => terms.ChatEnabled),
        ("guestsCanPresent", "Guests may present", terms => terms.GuestsCanPresent), ("guestsCanUnmute", "Guests may unmute themselves", terms => terms.GuestsCanUnmute),
        ("muteGuestsOnJoin", "Guests come in muted", terms => terms.MuteGuestsOnJoin), ("captionsAvailable", "Live captions", terms => terms.CaptionsAvailable),
        ("breakoutsAllowed", "Breakout rooms", terms => terms.BreakoutsAllowed), ("guestsMayStart", "Guests need no host to come in", terms => terms.GuestsMayStart),
        ("lockHoldsHosts", "A lock holds hosts too", terms => terms.LockHoldsHosts),
        ("signIn", "Only for people who sign in through the organisation", terms => terms.SignIn),
    ];

    public static ConferenceForm Of(Listing listing) => new(listing.Name, string.Join('\n', listing.Aliases), listing.Terms.Kind, listing.Terms, string.Join(", ", listing.Settings.Groups));

    /// <summary>
    /// An empty PIN leaves the one there is; the box beside it takes it away. A tick that stands as it was shown is no wish,
    /// so that another kind can bring rules of its own.
    /// </summary>
    internal static Sent<ConferenceWish> Read(IFormCollection form, ConferenceTerms shown)
    {
        var members = new HashSet<string> { "name", "aliases", "kind", "participantLimit", "waitingMinutes", "graceWithoutHostSeconds", "groups" };
        members.UnionWith(Ticks.Where(tick => Tick(form, tick.Name) != tick.On(shown)).Select(tick => tick.Name));
        var (host, guest) = (Pin(form, "hostPin", members), Pin(form, "guestPin", members));
        return new Sent<ConferenceWish>(new ConferenceWish
        {
            Name = form["name"],
            Aliases = List(form["aliases"]),
            Kind = Enum.TryParse<ConferenceKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : throw new Unacceptable("kind", "Choose a kind."),
            HostPin = host,
            GuestPin = guest,
            AllowGuests = Ticked("allowGuests"),
            ChatEnabled = Ticked("chatEnabled"),
            GuestsCanPresent = Ticked("guestsCanPresent"),
            GuestsCanUnmute = Ticked("guestsCanUnmute"),
            MuteGuestsOnJoin = Ticked("muteGuestsOnJoin"),
            CaptionsAvailable = Ticked("captionsAvailable"),
            BreakoutsAllowed = Ticked("breakoutsAllowed"),
            GuestsMayStart = Ticked("guestsMayStart"),
            LockHoldsHosts = Ticked("lockHoldsHosts"),
            SignIn = Ticked("signIn"),
            ParticipantLimit = (int)Number(form, "participantLimit"),
            WaitingMinutes = Number(form, "waitingMinutes"),
            GraceWithoutHostSeconds = Number(form, "graceWithoutHostSeconds"),
            Groups = List(form["groups"]),
        }, members);

        bool? Ticked(string name) => members.Contains(name) ? Tick(form, name) : null;
    }

    /// <summary>What people write in one field when they mean several things.</summary>
    internal static string[] List(string? text) => $"{text}".Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Pin(IFormCollection form, string name, HashSet<string> members)
    {
        var (sent, gone) = ($"{form[name]}".Trim(), Tick(form, $"{name}Gone"));
        if (sent.Length > 0 || gone) members.Add(name);
        return gone || sent.Length == 0 ? null : sent;
    }

    private static bool Tick(IFormCollection form, string name) => form[name] == "true";

    private static double Number(IFormCollection form, string name) =>
        double.TryParse(form[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? Math.Clamp(value, -1e6, 1e6) : throw new Unacceptable(name, "This must be a number.");
}
