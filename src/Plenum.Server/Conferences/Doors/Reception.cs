using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Recognises callers. Who someone is comes from the token, never from the body, and holds for one conference only.</summary>
internal sealed class Reception(ConferenceDirectory directory, LiveConferences conferences, TokenMint mint)
{
    private const int LongestCause = 200;

    public Listing? Find(HttpContext context) =>
        ConferenceAlias.TryParse((string?)context.Request.RouteValues["alias"], null, out var alias) ? directory.Find(alias) : null;

    /// <summary>The caller, or why not.</summary>
    public async Task<(Caller? Caller, Refusal? Refusal)> Recognise(HttpContext context)
    {
        if (Find(context) is not { } named) return (null, Refusal.NoSuchConference);
        if (mint.ReadSession(TokenOf(context.Request)) is not { } token || Behind(named, token.Conference) is not { } listing)
        {
            return (null, Refusal.InvalidToken);
        }

        var conference = await conferences.Get(listing.Id);
        if (conference.Now.Tickets.SentAway.TryGetValue(token.Participant, out var sent)) return (null, Refusal.SentAway(sent.Reason));
        if (!conference.Now.Participants.ContainsKey(token.Participant) || !conference.Pulses.Accept(token.Participant, token.Generation))
        {
            return (null, Refusal.InvalidToken);
        }

        return (new Caller(conference, token.Participant, token.Generation, listing, named.Id == listing.Id ? (string)context.Request.RouteValues["alias"]! : listing.Aliases[0])
        {
            ClaimedCause = Cause(context.Request),
        }, null);
    }

    /// <summary>Where somebody at a Virtual Reception wants to go; no reception leads to another.</summary>
    public Listing? Extension(string wanted) =>
        ConferenceAlias.TryParse(wanted, null, out var alias) && directory.Find(alias) is { Terms.Kind: not ConferenceKind.Reception } listing ? listing : null;

    /// <summary>Whoever came in by a Virtual Reception goes on asking at its address.</summary>
    private Listing? Behind(Listing named, ConferenceId conference) =>
        named.Id == conference ? named : named.Terms.Kind is ConferenceKind.Reception ? directory.Find(conference) : null;

    /// <summary>The header, or the query where a browser cannot send headers: streams and beacons. Two tokens are none.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers["token"];
        if (header.Count > 1) return null;
        if (header.Count == 1) return header[0];
        var query = request.Query["token"];
        return query.Count == 1 ? query[0] : null;
    }

    private static string? Cause(HttpRequest request)
    {
        var cause = request.Headers["plenum-cause"];
        if (cause.Count != 1 || cause[0] is not { Length: > 0 and <= LongestCause } text) return null;
        return text.All(c => c is > ' ' and < (char)127) ? text : null;
    }
}
