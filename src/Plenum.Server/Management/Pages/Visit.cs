using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Accounts;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Management.Pages;

/// <summary>An administrator at a page: who it is, and the seal that their forms must carry.</summary>
public sealed record Visit(Administrator Who, string Seal, bool BySession)
{
    /// <summary>Doors of pages ask for the visit as a parameter; nobody reaches them who has not signed in.</summary>
    public static ValueTask<Visit?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Visit>());

    public bool May(Rank rank) => Who.Rank >= rank;
}

/// <summary>Proves that a form was drawn by this server for this very session, so that pages of other sites cannot send it.</summary>
internal sealed class FormSeal(ServerKey key)
{
    public const string Field = "seal";
    private readonly byte[] sealing = key.Derive("forms of administrators");

    /// <summary>For a session its secret; for Basic sign-in, which a browser repeats by itself, the name.</summary>
    public string Of(string session) => Convert.ToHexStringLower(HMACSHA256.HashData(sealing, Encoding.UTF8.GetBytes(session)));

    public static bool Same(string expected, string? sent) =>
        sent is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(sent));
}
