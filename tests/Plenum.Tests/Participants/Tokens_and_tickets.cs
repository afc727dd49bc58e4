using System.Buffers.Text;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants;

public sealed class Tokens_and_tickets
{
    private readonly ManualClock clock = new();
    private readonly TokenMint mint;
    private readonly SessionToken session = new(ConferenceId.New(), ParticipantId.New(), 7);
    private readonly Destination to = new(ConferenceId.New(), "elsewhere", Role.Host, ParticipantId.New());
    private readonly Conference from;
    private readonly ParticipantId ann = ParticipantId.New();

    public Tokens_and_tickets()
    {
        mint = new TokenMint(new ServerKey([1, 2, 3]), clock);
        from = new Conference(ConferenceId.New()) { Version = 12, LastEventAt = clock.GetUtcNow() };
    }

    private string Token => mint.Mint(session);

    private string Ticket => mint.Mint(from, ann, to, RoomId.Main);

    [Fact]
    public void A_token_with_any_letter_changed_is_none()
    {
        var token = mint.Mint(new SessionToken(ConferenceId.New(), ParticipantId.New(), 1));
        for (var i = 0; i < token.Length; i++)
        {
            foreach (var letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= \n\0é".Where(letter => letter != token[i]))
            {
                Assert.Null(mint.ReadSession($"{token[..i]}{letter}{token[(i + 1)..]}"));
            }
        }
    }

    [Fact]
    public void A_token_says_who_one_is() => Assert.Equal(session, mint.ReadSession(Token));

    [Fact]
    public void A_ticket_says_where_it_leads()
    {
        var ticket = mint.ReadTicket(Ticket)!.Value;
        Assert.Equal((to.Conference, to.Ticket, Role.Host, RoomId.Main), (ticket.Conference, ticket.Admits, ticket.Role, ticket.Room));
        Assert.Equal((from.Id, ann, 12L), (ticket.From, ticket.GivenTo, ticket.Version));
    }

    [Fact]
    public void A_pass_says_who_was_here_for_a_few_minutes()
    {
        var here = new Participant(ann, "Ann", Role.Host, RoomId.Main, clock.GetUtcNow());
        var pass = mint.MintPass(from, here);
        Assert.Equal((from.Id, ann, Role.Host), mint.ReadPass(pass) is { } read ? (read.Conference, read.Holder, read.Role) : default);
        Assert.Null(mint.ReadSession(pass));
        Assert.Null(mint.ReadPass(Token));
        clock.Advance(Pass.Lifetime + TimeSpan.FromSeconds(1));
        Assert.Null(mint.ReadPass(pass));
    }

    [Fact]
    public void The_same_step_gives_the_same_ticket() => Assert.Equal(Ticket, Ticket);

    [Fact]
    public void Both_are_safe_in_addresses() =>
        Assert.All(Token + Ticket, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    [Fact]
    public void One_flipped_bit_anywhere_makes_it_worthless()
    {
        foreach (var text in new[] { Token, Ticket })
        {
            var bytes = Base64Url.DecodeFromChars(text);
            for (var bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                AssertWorthless(Base64Url.EncodeToString(bytes));
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void Cut_or_lengthened_it_is_worthless()
    {
        foreach (var text in new[] { Token, Ticket })
        {
            for (var length = 0; length < text.Length; length++) AssertWorthless(text[..length]);
            AssertWorthless(text + "A");
            AssertWorthless(text + "=");
            AssertWorthless(" " + text);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("ключ")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_we_never_wrote_is_worthless(string? text) => AssertWorthless(text);

    [Fact]
    public void A_token_is_no_ticket_and_a_ticket_no_token()
    {
        Assert.Null(mint.ReadTicket(Token));
        Assert.Null(mint.ReadSession(Ticket));
    }

    [Fact]
    public void Another_servers_are_worthless()
    {
        var other = new TokenMint(new ServerKey([3, 2, 1]), clock);
        Assert.Null(other.ReadSession(Token));
        Assert.Null(other.ReadTicket(Ticket));
    }

    [Fact]
    public void A_ticket_is_good_for_ten_minutes()
    {
        var ticket = Ticket;
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(mint.ReadTicket(ticket));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(mint.ReadTicket(ticket));
    }

    [Fact]
    public void A_token_never_grows_old_by_itself()
    {
        var token = Token;
        clock.Advance(TimeSpan.FromDays(400));
        Assert.NotNull(mint.ReadSession(token));
    }

    [Fact]
    public void A_key_for_one_purpose_is_none_for_another()
    {
        var key = new ServerKey([1, 2, 3]);
        Assert.NotEqual(key.Derive("tokens"), key.Derive("pins"));
    }

    [Theory]
    [InlineData("1234", Role.Host)]
    [InlineData("99", Role.Guest)]
    [InlineData("", null)]
    [InlineData("12345", null)]
    [InlineData("none", null)]
    [InlineData("123412341234123412341234", null)]
    public void A_PIN_proves_a_role_or_nothing(string pin, Role? role) => Assert.Equal(role, Pins(allowGuests: true, pin));

    [Fact]
    public void A_guest_PIN_proves_nothing_where_no_guests_are_allowed() => Assert.Null(Pins(allowGuests: false, "99"));

    [Fact]
    public void The_same_PIN_has_another_seal_in_another_conference()
    {
        var seal = new PinSeal(new ServerKey([1, 2, 3]));
        Assert.NotEqual(seal.Seal(ConferenceId.New(), "1234"), seal.Seal(ConferenceId.New(), "1234"));
    }

    private static Role? Pins(bool allowGuests, string pin)
    {
        var (seal, id) = (new PinSeal(new ServerKey([1, 2, 3])), ConferenceId.New());
        var settings = new ListingSettings(new ConferenceTerms { AllowGuests = allowGuests })
        {
            HostPinSeal = seal.Seal(id, "1234"),
            GuestPinSeal = seal.Seal(id, "99"),
        };
        return seal.Prove(new Listing(id, "Demo", ["meet.demo"], settings), pin);
    }

    private void AssertWorthless(string? text)
    {
        Assert.Null(mint.ReadSession(text));
        Assert.Null(mint.ReadTicket(text));
    }
}
