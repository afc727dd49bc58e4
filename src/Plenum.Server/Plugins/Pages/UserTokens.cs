using System.Text.Json;
using System.Text.Json.Serialization;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Plugins.Pages;

/// <summary>
/// Says for a short while who somebody is and in which groups, on the word of another app's back end. Sealed under the server's
/// key: any node reads it, nobody else makes or changes it.
/// </summary>
internal sealed class UserTokens(ServerKey key, TimeProvider time)
{
    private readonly SealedBox box = new(key.Derive("users of other apps"));

    public string Mint(AppUser user) => box.Seal(JsonSerializer.SerializeToUtf8Bytes(user, AppUserJson.Default.AppUser));

    /// <summary>Null for what is none, or is over.</summary>
    public AppUser? Read(string token) =>
        box.Open(token) is { } plain && JsonSerializer.Deserialize(plain, AppUserJson.Default.AppUser) is { } user && user.Until > time.GetUtcNow() ? user : null;
}

/// <summary>Somebody in front of a page of another app.</summary>
internal sealed record AppUser(string Id, string Name, IReadOnlyList<string> Groups, DateTimeOffset Until);

/// <summary>As it is sealed.</summary>
[JsonSerializable(typeof(AppUser))]
internal sealed partial class AppUserJson : JsonSerializerContext;
