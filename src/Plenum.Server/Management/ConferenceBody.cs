using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;

namespace Plenum.Server.Management;

/// <summary>A conference as an administrator sees it. Of its PINs only whether there are any.</summary>
internal sealed record ConferenceBody(
    Guid Id,
    string Name,
    IReadOnlyList<string> Aliases,
    ConferenceKind Kind,
    bool HasHostPin,
    bool HasGuestPin,
    bool AllowGuests,
    bool ChatEnabled,
    bool GuestsCanPresent,
    bool GuestsCanUnmute,
    bool MuteGuestsOnJoin,
    bool CaptionsAvailable,
    bool BreakoutsAllowed,
    bool SignIn,
    int ParticipantLimit,
    double WaitingMinutes,
    double GraceWithoutHostSeconds,
    bool GuestsMayStart,
    bool LockHoldsHosts,
    IReadOnlyDictionary<string, string> ClassificationLevels,
    IReadOnlyList<string> Groups,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    public static ConferenceBody Of(Listing listing)
    {
        var terms = listing.Terms;
        return new ConferenceBody(
            listing.Id.Value,
            listing.Name,
            listing.Aliases,
            terms.Kind,
            terms.HasHostPin,
            terms.HasGuestPin,
            terms.AllowGuests,
            terms.ChatEnabled,
            terms.GuestsCanPresent,
            terms.GuestsCanUnmute,
            terms.MuteGuestsOnJoin,
            terms.CaptionsAvailable,
            terms.BreakoutsAllowed,
            terms.SignIn,
            terms.ParticipantLimit,
            terms.WaitingLimit.TotalMinutes,
            terms.GraceWithoutHost.TotalSeconds,
            terms.GuestsMayStart,
            terms.LockHoldsHosts,
            terms.ClassificationLevels,
            listing.Settings.Groups,
            listing.CreatedAt,
            listing.ChangedAt);
    }
}
