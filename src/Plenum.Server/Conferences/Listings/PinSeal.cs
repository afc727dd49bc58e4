using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences.Listings;

/// <summary>
/// Seals PINs under the server's key. A slow hash would break join storms and add nothing to ten thousand PINs; what
/// protects them is that failures are counted.
/// </summary>
public sealed class PinSeal(ServerKey key)
{
    public const int LongestPin = 20;
    private readonly byte[] sealing = key.Derive("pins");

    public string Seal(ConferenceId conference, string pin) => Convert.ToHexStringLower(
        HMACSHA256.HashData(sealing, Encoding.UTF8.GetBytes($"{conference} {pin}")));

    /// <summary>What a PIN proves: a role, or nothing. Takes the same time whichever it is.</summary>
    public Role? Prove(Listing listing, string pin)
    {
        var seal = Encoding.ASCII.GetBytes(Seal(listing.Id, pin.Length > LongestPin ? "" : pin));
        var host = Same(seal, listing.Settings.HostPinSeal);
        var guest = Same(seal, listing.Settings.GuestPinSeal);
        return host ? Role.Host : guest && listing.Terms.AllowGuests ? Role.Guest : null;
    }

    private static bool Same(byte[] seal, string? known) =>
        CryptographicOperations.FixedTimeEquals(seal, Encoding.ASCII.GetBytes(known ?? new string('-', seal.Length)));
}
