using Plenum.Server.Conferences.Listings;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Http;
using Plenum.Server.Participants;
using Plenum.Server.Participants.SigningIn;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Conferences.Doors;

/// <summary>What somebody at the entrance has shown: a role, nothing yet, or not enough.</summary>
internal abstract record Admittance
{
    private Admittance()
    {
    }

    public sealed record Granted(ParticipantId Id, Role Role, Ticket? Ticket = null) : Admittance
    {
        /// <summary>Who signed in, where the conference asks for it.</summary>
        public SignedIn? Who { get; init; }

        /// <summary>What a seat uses up beside a ticket.</summary>
        public string? Proof { get; init; }

        /// <summary>Who they were when they were here a moment ago.</summary>
        public ParticipantId? Returns { get; init; }
    }

    public sealed record SignInNeeded(Recognition SoFar) : Admittance;

    public sealed record PinNeeded : Admittance;

    public sealed record No(Refusal Refusal) : Admittance;
}

/// <summary>Settles tickets, who somebody is where that is asked, and PINs. The PIN stands in a header; the body is the fall-back.</summary>
internal sealed class Credentials(PinSeal pins, PinGuard guard, TokenMint mint, JoinPace pace, SignInDesk desk, Maintenance maintenance)
{
    public Admittance Of(HttpContext context, Listing listing, Body body)
    {
        if (!pace.Allows(Neighbourhood.Of(context.Connection.RemoteIpAddress))) return new Admittance.No(Refusal.TooMany);
        if (Offered(context, body) is { Length: > 0 } offered)
        {
            return mint.ReadTicket(offered) is { } ticket && ticket.Conference == listing.Id
                ? new Admittance.Granted(ticket.Admits, ticket.Role, ticket)
                : new Admittance.No(Refusal.InvalidToken);
        }

        if (maintenance.On) return new Admittance.No(Refusal.Maintenance);
        if (!listing.Terms.SignIn) return ByPin(context, listing, body);
        // Before any PIN is asked for: strangers need not learn whether there is one.
        var recognised = desk.Of(context, listing, body);
        if (recognised is not Recognition.Known known) return new Admittance.SignInNeeded(recognised);
        var admittance = ByPin(context, listing, body);
        return admittance is Admittance.Granted granted ? granted with { Who = known.Who, Proof = known.Proof } : admittance;
    }

    private Admittance ByPin(HttpContext context, Listing listing, Body body)
    {
        // Whoever was inside a moment ago has proved their PIN already; a pass that is not good is as if it were not there.
        if (mint.ReadPass(body.Text("pass")) is { } pass && pass.Conference == listing.Id) return Grant(pass.Role) with { Returns = pass.Holder };
        var header = context.Request.Headers["pin"];
        // Two PINs would let proxies and us disagree about which one was tried.
        if (header.Count > 1) return new Admittance.No(Refusal.InvalidPin);
        var pin = header.Count > 0 ? header[0] : body.Text("pin");
        var terms = listing.Terms;
        if (!terms.HasHostPin && !terms.HasGuestPin) return Grant(Role.Host);
        if (string.IsNullOrEmpty(pin)) return new Admittance.PinNeeded();
        if (pin is "none")
        {
            return terms.HasHostPin && !terms.HasGuestPin && terms.AllowGuests ? Grant(Role.Guest) : new Admittance.PinNeeded();
        }

        return Prove(context, listing, pin);
    }

    /// <summary>A ticket may come in the header as well, where some clients still send the token of a meeting they have left: that is none.</summary>
    private string? Offered(HttpContext context, Body body)
    {
        if (body.Text("token") is { Length: > 0 } sent) return sent;
        var header = context.Request.Headers["token"];
        return header.Count == 1 && mint.ReadTicket(header[0]!) is not null ? header[0] : null;
    }

    private Admittance Prove(HttpContext context, Listing listing, string pin)
    {
        var from = Neighbourhood.Of(context.Connection.RemoteIpAddress);
        if (!guard.Allows(listing.Id, from)) return new Admittance.No(new Refusal("Participant exceeded PIN entry retries"));
        if (pins.Prove(listing, pin) is not { } role)
        {
            guard.Failed(listing.Id, from);
            return new Admittance.No(Refusal.InvalidPin);
        }

        guard.Proved(listing.Id, from);
        return Grant(role);
    }

    private static Admittance.Granted Grant(Role role) => new(ParticipantId.New(), role);
}
