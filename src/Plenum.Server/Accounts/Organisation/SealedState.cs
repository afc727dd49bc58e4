using Microsoft.AspNetCore.Authentication;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>What must come back unchanged and unread from the provider, under the server's key, so that any node can take it up.</summary>
internal sealed class SealedState(ServerKey key) : ISecureDataFormat<AuthenticationProperties>
{
    private readonly SealedText sealing = new(key, "sign-in through the organisation");

    public string Protect(AuthenticationProperties data) => sealing.Seal(PropertiesSerializer.Default.Serialize(data));

    public string Protect(AuthenticationProperties data, string? purpose) => Protect(data);

    public AuthenticationProperties? Unprotect(string? protectedText) => sealing.Open(protectedText) is { } plain ? PropertiesSerializer.Default.Deserialize(plain) : null;

    public AuthenticationProperties? Unprotect(string? protectedText, string? purpose) => Unprotect(protectedText);
}
