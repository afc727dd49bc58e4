using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Server.Branding;

/// <summary>The files of one branding by their path under <c>custom_configuration/</c>, and the hash that names this exact content.</summary>
internal sealed record BrandingFiles(string Hash, FrozenDictionary<string, byte[]> Files)
{
    /// <summary>What is there when nobody branded anything: no plugins, nothing changed.</summary>
    public static readonly BrandingFiles BuiltIn = Of(new Dictionary<string, byte[]>
    {
        ["settings.json"] = Encoding.UTF8.GetBytes("""{"plugins": []}"""),
        ["manifest.json"] = Encoding.UTF8.GetBytes("""{"brandingID": "10000000", "isSettingsBranded": true}"""),
    });

    public static BrandingFiles Of(IReadOnlyDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return new BrandingFiles(Convert.ToHexStringLower(hash.GetHashAndReset())[..16], files.ToFrozenDictionary());
    }
}
