using System.Text.Json;

namespace Plenum.Server.Hosting.Backups;

/// <summary>The first entry of an archive: what made it, and the SHA-256 of every file that follows.</summary>
internal sealed record Manifest(int Format, string Version, string Engine, int Schema, DateTimeOffset At, IReadOnlyDictionary<string, string> Files)
{
    public const string Name = "manifest.json";
    public const int Current = 1;

    public static Manifest Read(Stream stream)
    {
        var manifest = JsonSerializer.Deserialize<Manifest>(stream) ?? throw new JsonException("it is empty");
        if (manifest.Format != Current)
            throw new Refused($"the archive has format {manifest.Format}, this program reads {Current}: restore it with Plenum {manifest.Version}");
        return manifest;
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
