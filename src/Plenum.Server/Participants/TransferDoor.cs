using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Participants.SigningIn;

namespace Plenum.Server.Participants;

/// <summary>
/// Where a host sends somebody to another conference. What the ticket will open is settled here: a role there needs the
/// PIN that anybody would need for it.
/// </summary>
internal sealed class TransferDoor(ConferenceDirectory directory, PinSeal pins, PinGuard guard)
{
    public async Task Transfer(Knock knock)
    {
        var alias = knock.Body.NeededText("conference_alias");
        // Nobody can be sent into a Virtual Reception: it could not ask them where to go on.
        if (!ConferenceAlias.TryParse(alias, null, out var parsed) || directory.Find(parsed) is not { Terms.Kind: not ConferenceKind.Reception } listing)
        {
            await Answers.No(knock.Context, new Refusal(Refusal.NoSuchConference.Text));
            return;
        }

        var wanted = RoleSpelling.Read(knock.Body.Text("role")) ?? Role.Guest;
        if (ReadDoors.Me(knock) is not { IsHost: true, Waiting: false }) await Answers.No(knock.Context, Refusal.InvalidRole);
        else if (listing.Terms.SignIn && ReadDoors.Now(knock).Participants.GetValueOrDefault(knock.Subject!.Value) is not { Account: not null }) await Answers.No(knock.Context, SignInRefusals.TransferNeedsIt);
        else if (Opens(knock, listing, wanted, knock.Body.Text("pin") ?? "") is not { } role) await Answers.No(knock.Context, Refusal.InvalidPin);
        else await Offer(knock, new Destination(listing.Id, alias, role, ParticipantId.New()));
    }

    private static async Task Offer(Knock knock, Destination to)
    {
        var decision = await knock.Caller.Conference.Tell(new Transfer(to) { Room = knock.Room, Subject = knock.Subject }, knock.Caller.Actor);
        if (decision is Decision.Refuse refused) await Answers.No(knock.Context, refused.Refusal);
        else await Answers.Yes(knock.Context);
    }

    private Role? Opens(Knock knock, Listing listing, Role wanted, string pin)
    {
        var terms = listing.Terms;
        if (!terms.HasHostPin && !terms.HasGuestPin) return Role.Host;
        if (pin.Length == 0 || pin is "none") return wanted is Role.Guest && !terms.HasGuestPin && terms.AllowGuests ? Role.Guest : null;
        var from = Neighbourhood.Of(knock.Context.Connection.RemoteIpAddress);
        if (!guard.Allows(listing.Id, from)) return null;
        if (pins.Prove(listing, pin) is { } proven) return proven is Role.Host ? wanted : Role.Guest;
        guard.Failed(listing.Id, from);
        return null;
    }
}
