using Plenum.Server.Conferences;
using Plenum.Server.Participants;
using Plenum.Server.Participants.Tokens;
using Plenum.Tests.Log;

namespace Plenum.Tests.Participants;

public sealed class Signed_tokens_and_tickets
{
    private readonly ManualClock clock = new();
    private readonly TokenMint mint;
    private readonly SessionToken token = new(ConferenceId.New(), ParticipantId.New(), 7);

    public Signed_tokens_and_tickets() => mint = new TokenMint(new ServerKey(new byte[32]), clock);

    [Fact]
    public void A_token_says_who_it_is_in_letters_that_a_URL_may_hold()
    {
        var text = mint.Mint(token);
        Assert.Equal(token, mint.ReadSession(text));
        Assert.Matches("^[A-Za-z0-9_-]+$", text);
    }

    [Fact]
    public void No_changed_letter_goes_unnoticed()
    {
        var text = mint.Mint(token);
        for (var at = 0; at < text.Length; at++)
        {
            var forged = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
            Assert.Null(mint.ReadSession(forged));
        }
    }

    [Fact]
    public void Another_installation_s_token_is_none() =>
        Assert.Null(new TokenMint(new ServerKey([1, .. new byte[31]]), clock).ReadSession(mint.Mint(token)));

    [Fact]
    public void A_ticket_is_no_token_and_a_token_no_ticket()
    {
        Assert.Null(mint.ReadSession(Ticket()));
        Assert.Null(mint.ReadTicket(mint.Mint(token)));
    }

    [Fact]
    public void A_ticket_is_good_for_ten_minutes()
    {
        var ticket = Ticket();
        clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(token.Participant, mint.ReadTicket(ticket)?.Admits);
        clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Null(mint.ReadTicket(ticket));
    }

    [Fact]
    public void A_token_that_died_is_refused_once_and_then_told_to_wait()
    {
        var dead = new DeadTokens(clock);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(dead.FirstRefusal("a"));
        Assert.False(dead.FirstRefusal("a"));
        Assert.True(dead.FirstRefusal("b"));
        clock.Advance(DeadTokens.Pause);
        Assert.True(dead.FirstRefusal("a"));
    }

    private string Ticket()
    {
        var here = new Conference(ConferenceId.New()) { LastEventAt = clock.GetUtcNow() };
        return mint.Mint(here, ParticipantId.New(), new Destination(token.Conference, "meet.x", Role.Guest, token.Participant), RoomId.Main);
    }
}
