using System.Text;
using System.Text.Json;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Branding.Portal;

/// <summary>
/// The secrets of customizations as they are stored: unreadable without the server's key, and of use in the customization alone that
/// they were sealed for. Those that were stored before there was a seal are read as they are.
/// </summary>
internal sealed class SecretSeal(ServerKey key)
{
    private const string Mark = "sealed:";
    private readonly SealedBox _box = new(key.Derive("secrets of customizations"));

    public string Seal(Guid customization, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> secrets) =>
        Mark + _box.Seal(JsonSerializer.SerializeToUtf8Bytes(secrets, PortalJson.Default.IReadOnlyDictionaryStringIReadOnlyDictionaryStringString), Bound(customization));

    /// <summary>What cannot be opened, since it is of another server or was touched, is as if it had never been set: the portal asks for it again.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Open(Guid customization, string stored) =>
        !stored.StartsWith(Mark, StringComparison.Ordinal) ? Read(Encoding.UTF8.GetBytes(stored))
        : _box.Open(stored.AsSpan(Mark.Length), Bound(customization)) is { } plain ? Read(plain)
        : new Dictionary<string, IReadOnlyDictionary<string, string>>();

    private static byte[] Bound(Guid customization) => Encoding.ASCII.GetBytes($"{customization}");

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Read(byte[] json) =>
        JsonSerializer.Deserialize(json, PortalJson.Default.IReadOnlyDictionaryStringIReadOnlyDictionaryStringString)!;
}
