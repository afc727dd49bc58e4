using System.Collections.Concurrent;
using System.Net;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>Believes a proxy that says in a header who somebody is. From anybody else the header is ignored, and that is written down.</summary>
internal sealed partial class HeaderSignIn(ServerSettings settings, ILogger<HeaderSignIn> log)
{
    public const string By = "The proxy";
    private const int MostNoted = 1_000;
    private readonly ConcurrentDictionary<IPAddress, bool> noted = [];

    /// <summary>The administrator who the proxy says that this is; null when it says nothing, is not the proxy, or vouches for no administrators.</summary>
    public Vouched? Of(HttpContext context)
    {
        var header = settings.SignIn.Header;
        if (!header.NamesAnybody || Said(context, header.Name) is not { } said) return null;
        var groups = header.Groups is { } list ? context.Request.Headers[list].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : [];
        return new Vouched($"header {said}", said, RankMapping.Of(header).For(said, groups));
    }

    /// <summary>
    /// The participant who the proxy says that this is. Pages of other sites can make a browser send a request, and the proxy would
    /// put its name on it; such a request is nobody's.
    /// </summary>
    public (string Account, string? Name)? Participant(HttpContext context)
    {
        var header = settings.SignIn.Header;
        return context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none") ? null
            : Said(context, header.Name) is { } account ? (account, Said(context, header.DisplayName))
            : null;
    }

    private string? Said(HttpContext context, string? name)
    {
        if (name is null || context.Request.Headers[name] is not [{ Length: > 0 } said]) return null;
        var peer = Peer.Of(context);
        if (settings.SignIn.Header.Trusts(peer)) return said;
        if (peer is not null && noted.Count < MostNoted && noted.TryAdd(peer, true)) Ignored(log, name, peer);
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "The header {Name} came from {Peer}, which is not the proxy that may send it, and is ignored")]
    private static partial void Ignored(ILogger log, string name, IPAddress peer);
}
