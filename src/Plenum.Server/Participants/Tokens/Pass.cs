using Plenum.Server.Conferences;

namespace Plenum.Server.Participants.Tokens;

/// <summary>
/// Says that somebody was inside a moment ago, and as what: shown instead of the PIN by a page that was loaded anew, so that
/// no page has to keep the PIN. It seats nobody by itself, and is void once somebody else has removed its holder.
/// </summary>
public readonly record struct Pass(ConferenceId Conference, ParticipantId Holder, Role Role, DateTimeOffset MintedAt)
{
    /// <summary>Longer than a page goes without a fresh one, which comes with each refreshing of the token.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);
}
