using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Lobby.Tongues;

namespace Plenum.Server.Lobby.Invitations;

/// <summary>
/// What may be told to whoever has an alias: how to come. A PIN is never part of it, and where everybody needs one, neither
/// is the meeting's name.
/// </summary>
public sealed record Invitation(string Name, string Alias, string Origin, bool AsksForPin)
{
    public string Path => $"{LobbyDoors.Root}/invitation/{Escaped}";

    public string JoinPath => $"{LobbyDoors.Root}/conference/{Escaped}";

    public string JoinAddress => Origin + JoinPath;

    public string ApiAddress => $"{Origin}{ClientApi.Root}/conferences/{Escaped}";

    /// <summary>A letter that the reader's own mail program writes.</summary>
    public string Mail(Tongue words) => $"mailto:?subject={Uri.EscapeDataString(Name)}&body={Uri.EscapeDataString($"{words["Join the meeting:"]}\r\n{JoinAddress}\r\n")}";

    private string Escaped => Uri.EscapeDataString(Alias);

    public static Invitation To(Listing listing, ConferenceAlias alias, string origin)
    {
        var everybody = listing.Terms.HasGuestPin || (listing.Terms.HasHostPin && !listing.Terms.AllowGuests);
        return new Invitation(everybody ? alias.Text : listing.Name, alias.Text, origin, listing.Terms.HasHostPin || listing.Terms.HasGuestPin);
    }
}
