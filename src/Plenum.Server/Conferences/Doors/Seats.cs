using Plenum.Server.Calls;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;
using Plenum.Server.Participants.SigningIn;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Gives whoever may come in a seat and a token for it. Who has a ticket leaves where it was given out.</summary>
internal sealed class Seats(LiveConferences conferences, TokenMint mint, TicketHolders holders, IMedia media)
{
    public async Task Give(HttpContext context, Listing listing, string alias, Body body, Admittance.Granted granted)
    {
        if (granted.Ticket is { } shown && listing.Terms.SignIn)
        {
            granted = granted with { Who = await holders.Of(shown, context.RequestAborted) };
            // From inside the conference, or by calling a device, somebody who signed in vouches for whoever comes.
            if (granted.Who is null && shown.From != listing.Id && !shown.AnswersCall)
            {
                await Answers.No(context, SignInRefusals.HolderUnknown);
                return;
            }
        }

        var newcomer = Newcomer(context, alias, body, granted);
        var conference = await conferences.Get(listing.Id);
        var known = granted.Ticket is not null && conference.Now.Participants.ContainsKey(newcomer.Id);
        var decision = await conference.Tell(new Join(newcomer) { Ticket = granted.Ticket?.Serial ?? granted.Proof, AnswersCall = granted.Ticket?.AnswersCall ?? false, Returns = granted.Returns }, Actor.Of(newcomer.Id));
        if (decision is Decision.Refuse refused)
        {
            // It may have been written after all; whoever knocks again should not meet themselves.
            if (refused.Refusal == Refusal.OutOfResource && granted.Ticket is null) _ = conference.Tell(new Leave(Reasons.Left) { Subject = newcomer.Id }, Actor.Of(newcomer.Id));
            await Answers.No(context, refused.Refusal);
            return;
        }

        if (granted.Ticket is { } ticket && ticket.From != listing.Id) await Retire(ticket);
        var generation = known ? conference.Pulses.Replace(newcomer.Id) ?? 1 : 1;
        if (!conference.Now.Participants.TryGetValue(newcomer.Id, out var seated))
        {
            // Removed again before we could answer.
            await Answers.No(context, Refusal.InvalidToken);
            return;
        }

        var token = mint.Mint(new SessionToken(listing.Id, seated.Id, generation));
        await Answers.Result(context, Welcome(listing, conference.Now, seated, token, granted.Who?.Provider), AnswerJson.Default.TokenBody);
    }

    /// <summary>Who was sent here by a ticket leaves where it was given out.</summary>
    private async Task Retire(Ticket ticket)
    {
        var left = await conferences.Get(ticket.From);
        if (left.Now.Participants.ContainsKey(ticket.GivenTo)) await left.Tell(new Leave(Reasons.Transferred) { Subject = ticket.GivenTo }, Actor.Of(ticket.GivenTo));
    }

    private static Newcomer Newcomer(HttpContext context, string alias, Body body, Admittance.Granted granted)
    {
        // What somebody typed gives way to what is known of them; false leaves the name to others altogether.
        var name = granted.Who is { } who ? who.Name
            : body.Element("display_name") is { ValueKind: System.Text.Json.JsonValueKind.False } ? ""
            : DisplayName.Clean(body.NeededText("display_name"));
        return new Newcomer(granted.Ticket?.Admits ?? granted.Id, name.Length > 0 ? name : "Guest", granted.Role)
        {
            Account = granted.Who?.Account,
            CallTag = RoomVerbs.Cut(body.Text("call_tag") ?? "", 500),
            LocalAlias = alias,
            Vendor = DisplayName.Clean(context.Request.Headers.UserAgent.ToString(), 200),
            UnderstandsBreakouts = body.Flag("breakout_rooms") ?? true,
            FollowsRooms = body.Flag("follows_breakouts") ?? false,
            UnderstandsDirectChat = body.Flag("supports_direct_chat") ?? true,
            Room = granted.Ticket?.Room ?? RoomId.Main,
            VouchedFor = granted.Ticket is not null,
        };
    }

    private TokenBody Welcome(Listing listing, Conference conference, Participant seated, string token, string? provider)
    {
        var kind = listing.Terms.Kind.ServiceType();
        var room = conference.Rooms.GetValueOrDefault(seated.Room) ?? conference.Main;
        return new TokenBody(
            Token: token,
            Expires: $"{(int)Pulse.Lifetime.TotalSeconds}",
            ParticipantUuid: seated.Id.ToString(),
            Version: VersionBody.Spoken,
            Role: seated.Role.Upper(),
            DisplayName: seated.Name,
            CurrentServiceType: seated.Waiting ? "waiting_room" : kind,
            ServiceType: kind,
            ConferenceName: listing.Name,
            ServiceName: listing.Name,
            CallType: "video",
            CallTag: seated.CallTag,
            ChatEnabled: conference.Meeting is null ? listing.Terms.ChatEnabled : room.ChatEnabled,
            GuestsCanPresent: conference.Meeting is null ? listing.Terms.GuestsCanPresent : room.GuestsCanPresent,
            BreakoutRooms: listing.Terms.BreakoutsAllowed,
            FeccEnabled: false,
            RtmpEnabled: true,
            RtspEnabled: false,
            AnalyticsEnabled: false,
            DirectMedia: false,
            TrickleIceEnabled: true,
            UseRelayCandidatesOnly: false,
            Allow1080p: true,
            Vp9Enabled: false,
            BandwidthIn: 4096,
            BandwidthOut: 4096,
            ClientStatsUpdateInterval: 10_000,
            IdpUuid: provider,
            Plenum: new PlenumBody(listing.Id.ToString(), media is not NoMedia, EventStream.SecondsPerOwnBeat, mint.MintPass(conference, seated)));
    }
}
