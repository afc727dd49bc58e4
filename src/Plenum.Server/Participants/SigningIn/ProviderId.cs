using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Participants.SigningIn;

/// <summary>What clients know a provider by: always the same for the same address, on every node and after every start.</summary>
internal static class ProviderId
{
    public static Guid Of(OrganisationSettings organisation)
    {
        var address = (organisation.Authority ?? organisation.AuthorizationEndpoint ?? "").TrimEnd('/');
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"identity provider {address}"))[..16];
        // Marked as made from something rather than by chance (version 8 of RFC 9562).
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
