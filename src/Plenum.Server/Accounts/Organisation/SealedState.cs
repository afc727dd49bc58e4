using Microsoft.AspNetCore.Authentication;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>What must come back unchanged and unread from the provider, under the server's key, so that any node can take it up. One errand's state opens no other.</summary>
internal sealed class SealedState(ServerKey key, string errand) : ISecureDataFormat<AuthenticationProperties>
{
    private readonly SealedBox box = new(key.Derive(errand));

    public string Protect(AuthenticationProperties data) => box.Seal(PropertiesSerializer.Default.Serialize(data));

    public string Protect(AuthenticationProperties data, string? purpose) => Protect(data);

    public AuthenticationProperties? Unprotect(string? protectedText) => box.Open(protectedText) is { } plain ? PropertiesSerializer.Default.Deserialize(plain) : null;

    public AuthenticationProperties? Unprotect(string? protectedText, string? purpose) => Unprotect(protectedText);
}
