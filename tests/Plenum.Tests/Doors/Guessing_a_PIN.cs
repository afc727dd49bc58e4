using System.Net;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Listings;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad input 65 on a clock that the test moves.</summary>
public sealed class Guessing_a_PIN
{
    private static readonly IPAddress Known = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Stranger = IPAddress.Parse("192.0.2.2");
    private readonly ManualClock clock = new();
    private readonly ConferenceId conference = ConferenceId.New();
    private readonly PinGuard guard;

    public Guessing_a_PIN() => guard = new PinGuard(clock);

    [Fact]
    public void Ten_failures_are_free_and_then_one_try_a_minute_is_looked_at()
    {
        Assert.Equal(11, Tries(1000, Stranger));
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, Tries(10, Stranger));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, Tries(10, Stranger));
    }

    [Fact]
    public void Five_hundred_addresses_together_get_no_more_than_twenty_tries_in_ten_minutes()
    {
        var looked = 0;
        for (var second = 0; second < 600; second++)
        {
            looked += Tries(1, IPAddress.Parse($"198.51.{second % 2}.{second % 250}"));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(looked, 10, 20);
    }

    [Fact]
    public void An_address_that_proved_itself_gets_in_whatever_others_do()
    {
        guard.Proved(conference, Known);
        Tries(1000, Stranger);
        Assert.True(guard.Allows(conference, Known));
    }

    [Fact]
    public void An_address_that_proved_itself_cannot_go_on_guessing_either()
    {
        guard.Proved(conference, Known);
        Assert.Equal(11, Tries(1000, Known));
    }

    [Fact]
    public void Another_conference_is_not_concerned()
    {
        Tries(1000, Stranger);
        Assert.True(guard.Allows(ConferenceId.New(), Stranger));
    }

    [Fact]
    public void After_ten_minutes_it_is_forgotten()
    {
        Tries(1000, Stranger);
        clock.Advance(PinGuard.Window + TimeSpan.FromSeconds(1));
        Assert.Equal(11, Tries(1000, Stranger));
    }

    /// <summary>Tries wrong PINs and tells how many of them were looked at.</summary>
    private int Tries(int number, IPAddress from)
    {
        var looked = 0;
        for (var i = 0; i < number; i++)
        {
            if (!guard.Allows(conference, from)) continue;
            looked++;
            guard.Failed(conference, from);
        }

        return looked;
    }
}
