using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Branding;

/// <summary>Lets whoever has the link see one branding before it is shown to everybody, for an hour.</summary>
internal sealed class PreviewSeal(ServerKey key, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly byte[] _sealing = key.Derive("branding previews");

    public (string Seal, DateTimeOffset Until) Of(string branding)
    {
        var until = time.GetUtcNow() + Life;
        var ends = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ($"{ends}.{Sign(branding, ends)}", until);
    }

    public bool Opens(string branding, string? seal)
    {
        if (seal is not { Length: < 100 } || seal.Split('.') is not [var ends, var signature]) return false;
        return long.TryParse(ends, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && until >= time.GetUtcNow().ToUnixTimeSeconds()
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(branding, ends)));
    }

    private string Sign(string branding, string ends) => Base64Url.EncodeToString(HMACSHA256.HashData(_sealing, Encoding.UTF8.GetBytes($"{branding} {ends}")));
}
