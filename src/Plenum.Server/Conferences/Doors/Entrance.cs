using Plenum.Server.Calls;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Where somebody asks to come in: the PIN is settled, a ticket is taken, and a token is given.</summary>
internal sealed class Entrance(Reception reception, Credentials credentials, LiveConferences conferences, TokenMint mint, IMedia media, Limits limits)
{
    public async Task RequestToken(HttpContext context)
    {
        if (reception.Find(context) is not { } listing)
        {
            await Answers.No(context, Refusal.NoSuchConference);
            return;
        }

        try
        {
            var body = await Body.Read(context, limits.JsonDepth);
            if (listing.Terms.Kind is ConferenceKind.Reception) await Onward(context, body);
            else await Enter(context, listing, (string)context.Request.RouteValues["alias"]!, body);
        }
        catch (Unreadable e)
        {
            await Answers.No(context, e.Refusal);
        }
    }

    /// <summary>A Virtual Reception has no rules of its own: those of the conference it leads to hold.</summary>
    private async Task Onward(HttpContext context, Body body)
    {
        if (body.Text("conference_extension") is not { Length: > 0 } wanted)
        {
            await Answers.Result(context, ExtensionNeededBody.Standard, AnswerJson.Default.ExtensionNeededBody, StatusCodes.Status403Forbidden);
            return;
        }

        if (reception.Extension(wanted) is { } listing) await Enter(context, listing, listing.Aliases[0], body);
        else await Answers.No(context, Refusal.NoSuchConference);
    }

    private async Task Enter(HttpContext context, Listing listing, string alias, Body body)
    {
        switch (credentials.Of(context, listing, body))
        {
            case Admittance.PinNeeded:
                await Answers.Result(context, Prompt(listing), AnswerJson.Default.PinNeededBody, StatusCodes.Status403Forbidden);
                break;
            case Admittance.No no:
                await Answers.No(context, no.Refusal);
                break;
            case Admittance.Granted granted:
                await Seat(context, listing, Newcomer(context, alias, body, granted), granted);
                break;
        }
    }

    private async Task Seat(HttpContext context, Listing listing, Newcomer newcomer, Admittance.Granted granted)
    {
        var conference = await conferences.Get(listing.Id);
        var known = granted.Ticket is not null && conference.Now.Participants.ContainsKey(newcomer.Id);
        var decision = await conference.Tell(new Join(newcomer) { Ticket = granted.Ticket?.Serial, AnswersCall = granted.Ticket?.AnswersCall ?? false, Returns = granted.Returns }, Actor.Of(newcomer.Id));
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
        await Answers.Result(context, Welcome(listing, conference.Now, seated, token), AnswerJson.Default.TokenBody);
    }

    /// <summary>Who was sent here by a ticket leaves where it was given out.</summary>
    private async Task Retire(Ticket ticket)
    {
        var left = await conferences.Get(ticket.From);
        if (left.Now.Participants.ContainsKey(ticket.GivenTo)) await left.Tell(new Leave(Reasons.Transferred) { Subject = ticket.GivenTo }, Actor.Of(ticket.GivenTo));
    }

    private static Newcomer Newcomer(HttpContext context, string alias, Body body, Admittance.Granted granted)
    {
        // A client that signs in elsewhere sends false and leaves the name to others; nobody else knows one here.
        var name = body.Element("display_name") is { ValueKind: System.Text.Json.JsonValueKind.False } ? "" : body.NeededText("display_name");
        name = DisplayName.Clean(name);
        return new Newcomer(granted.Ticket?.Admits ?? granted.Id, name.Length > 0 ? name : "Guest", granted.Role)
        {
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

    private static PinNeededBody Prompt(Listing listing)
    {
        var guestNeedsOne = listing.Terms.HasGuestPin || !listing.Terms.AllowGuests;
        return new PinNeededBody("required", guestNeedsOne ? "required" : "none", VersionBody.Spoken);
    }

    private TokenBody Welcome(Listing listing, Conference conference, Participant seated, string token)
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
            Plenum: new PlenumBody(listing.Id.ToString(), media is not NoMedia, EventStream.SecondsPerOwnBeat, mint.MintPass(conference, seated)));
    }
}
