namespace Plenum.Server.Participants.SigningIn;

/// <summary>
/// Somebody whose organisation says who they are: the name for others to see, the account, which only administrators see, and the
/// provider that said so, as clients know it; null for a proxy.
/// </summary>
public sealed record SignedIn(string Name, string Account, string? Provider)
{
    public const int LongestAccount = 250;

    /// <summary>Null when nothing is left that an account could be called by.</summary>
    public static SignedIn? Of(string account, string? name, string? provider)
    {
        account = DisplayName.Clean(account, LongestAccount);
        var shown = DisplayName.Clean(name ?? "");
        return account.Length == 0 ? null : new SignedIn(shown.Length > 0 ? shown : DisplayName.Clean(account), account, provider);
    }
}
