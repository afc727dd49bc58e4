using System.Net.Http.Headers;
using System.Text;

namespace Plenum.Server.Accounts;

/// <summary>A name and a password as HTTP Basic carries them.</summary>
internal sealed record BasicCredentials(string Name, string Password)
{
    private const int Longest = 1000;

    /// <summary>Null for another scheme or what cannot be read; control characters are not allowed in it.</summary>
    public static BasicCredentials? Read(AuthenticationHeaderValue authorization)
    {
        if (!authorization.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || authorization.Parameter is not { Length: > 0 and < Longest } sent) return null;
        Span<byte> bytes = stackalloc byte[Longest];
        if (!Convert.TryFromBase64String(sent, bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes[..length]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || text.Any(char.IsControl) ? null : new BasicCredentials(text[..colon], text[(colon + 1)..]);
    }

    public override string ToString() => Name;
}
