using System.Text.Json.Nodes;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Drawings;
using Plenum.Server.Branding.Signing;

namespace Plenum.Server.Branding.Intake;

/// <summary>A package as it was sent: what would be served of it, and everything that is to be said about it. Nothing is stored yet.</summary>
internal sealed record IncomingPackage(BrandingFiles? Files, CheckedPackage? Checked, IReadOnlyList<Finding> Findings)
{
    public bool Usable => Findings.All(finding => finding.Severity is not Severity.Error);

    /// <summary>What was altered since it was signed is never taken; whose signature is wanted is asked elsewhere.</summary>
    public static IncomingPackage Of(Stream archive)
    {
        var package = Read(archive, []);
        return package.Usable && PackageSignature.Of(package.Files!.Files) is { State: SignatureState.Altered } altered
            ? package with { Findings = [.. package.Findings, new Finding(PackageSignature.File, null, Severity.Error, altered.Why)] }
            : package;
    }

    /// <summary>The same for whoever is about to sign it anew.</summary>
    public static IncomingPackage Unsigned(Stream archive) => Read(archive, [PackageSignature.File]);

    private static IncomingPackage Read(Stream archive, IReadOnlyCollection<string> without)
    {
        var findings = new Findings();
        var content = PackageArchive.Read(archive, findings);
        return findings.Fatal ? new IncomingPackage(null, null, findings.All) : Of(content.Where(file => !without.Contains(file.Key)).ToDictionary(), findings);
    }

    private static IncomingPackage Of(IReadOnlyDictionary<string, byte[]> content, Findings findings)
    {
        var clean = new Dictionary<string, byte[]>();
        foreach (var (path, bytes) in content)
            if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) clean[path] = bytes;
            else if (Drawing.Clean(path, bytes, findings) is { } drawing) clean[path] = drawing;
            else clean[path] = [];
        var judged = PackageChecker.Check(clean);
        var all = (IReadOnlyList<Finding>)[.. findings.All, .. judged.Findings];
        if (judged.Usable && !findings.Fatal) clean[Manifest.File] = Identified(clean, judged.Manifest);
        return new IncomingPackage(BrandingFiles.Of(clean), judged, all);
    }

    /// <summary>The manifest with an id, made from the content where its author gave none.</summary>
    private static byte[] Identified(Dictionary<string, byte[]> files, Manifest manifest)
    {
        if (manifest.BrandingId is not null && files.TryGetValue(Manifest.File, out var there)) return there;
        var said = files.TryGetValue(Manifest.File, out var bytes) ? JsonNode.Parse(bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0))!.AsObject() : new JsonObject
        {
            ["isSettingsBranded"] = manifest.Settings,
            ["isWatermarkBranded"] = manifest.Watermark,
            ["isStylesBranded"] = manifest.Styles,
        };
        said["brandingID"] = $"{Convert.ToUInt64(BrandingFiles.Of(files).Hash, 16)}";
        return System.Text.Encoding.UTF8.GetBytes(said.ToJsonString(new() { WriteIndented = true }));
    }
}
