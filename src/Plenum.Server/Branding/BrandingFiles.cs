using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding;

/// <summary>The files of one branding by their path under <c>custom_configuration/</c>, and the hash that names this exact content.</summary>
internal sealed class BrandingFiles
{
    /// <summary>What is there when nobody branded anything: no plugins, nothing changed.</summary>
    public static readonly BrandingFiles BuiltIn = Of(new Dictionary<string, byte[]>
    {
        ["settings.json"] = Encoding.UTF8.GetBytes("""{"plugins": []}"""),
        ["manifest.json"] = Encoding.UTF8.GetBytes("""{"brandingID": "10000000", "isSettingsBranded": true}"""),
    });

    private readonly Lazy<CheckedPackage> _judged;

    private readonly Lazy<IReadOnlyDictionary<string, string>> _integrity;

    private BrandingFiles(string hash, FrozenDictionary<string, byte[]> files) => (Hash, Files, _judged, _integrity) = (
        hash, files, new Lazy<CheckedPackage>(() => PackageChecker.Check(Files)), new Lazy<IReadOnlyDictionary<string, string>>(Scripts));

    public string Hash { get; }

    public FrozenDictionary<string, byte[]> Files { get; }

    /// <summary>What the checker says of this content; looked through once, when first wanted.</summary>
    public CheckedPackage Judged => _judged.Value;

    /// <summary>What each plugin's script must be for a browser to run it, by its path.</summary>
    public IReadOnlyDictionary<string, string> Integrity => _integrity.Value;

    public static BrandingFiles Of(IReadOnlyDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return new BrandingFiles(Named(hash), files.ToFrozenDictionary());
    }

    /// <summary>The same with some files replaced, under a name of its own.</summary>
    public BrandingFiles With(IReadOnlyDictionary<string, byte[]> changed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Hash));
        foreach (var (path, bytes) in changed.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return new BrandingFiles(Named(hash), Files.Select(file => KeyValuePair.Create(file.Key, changed.GetValueOrDefault(file.Key, file.Value))).ToFrozenDictionary());
    }

    private Dictionary<string, string> Scripts() => Judged.Plugins
        .Select(plugin => plugin.Script).OfType<string>().Distinct()
        .ToDictionary(script => script, script => Digest(Files[script]));

    /// <summary>As a page's <c>integrity</c> has it.</summary>
    public static string Digest(byte[] bytes) => $"sha384-{Convert.ToBase64String(SHA384.HashData(bytes))}";

    private static string Named(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
}
