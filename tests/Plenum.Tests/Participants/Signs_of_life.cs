using Plenum.Server.Participants;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants;

/// <summary>Which generations of a token count, and for how long somebody is alive (bad inputs 77 and 80).</summary>
public sealed class Signs_of_life
{
    private readonly ManualClock clock = new();
    private readonly Pulse pulse;

    public Signs_of_life() => pulse = new Pulse(1, Pulse.After(Pulse.Lifetime, clock));

    [Fact]
    public void A_lost_answer_evicts_nobody()
    {
        Assert.Equal(2, pulse.Refresh(1, clock));
        clock.Advance(TimeSpan.FromSeconds(100));
        Assert.True(pulse.Accepts(1, clock));
        Assert.Equal(2, pulse.Refresh(1, clock));
    }

    [Fact]
    public void The_token_before_is_good_for_ten_seconds_after_its_successor_is_first_used()
    {
        pulse.Refresh(1, clock);
        Assert.True(pulse.Accepts(2, clock));
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.True(pulse.Accepts(1, clock));
        Assert.Equal(2, pulse.Refresh(1, clock));
        clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.False(pulse.Accepts(1, clock));
        Assert.Null(pulse.Refresh(1, clock));
        Assert.True(pulse.Accepts(2, clock));
    }

    [Fact]
    public void A_token_two_generations_old_never_counts()
    {
        pulse.Refresh(1, clock);
        pulse.Refresh(2, clock);
        Assert.True(pulse.Accepts(3, clock));
        Assert.False(pulse.Accepts(1, clock));
    }

    [Fact]
    public void Coming_in_by_a_ticket_voids_every_earlier_token()
    {
        pulse.Refresh(1, clock);
        var fresh = pulse.Replace(clock);
        Assert.False(pulse.Accepts(1, clock));
        Assert.False(pulse.Accepts(2, clock));
        Assert.True(pulse.Accepts(fresh, clock));
    }

    [Fact]
    public void Refreshing_gives_another_120_seconds()
    {
        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(pulse.Overdue(clock));
        pulse.Refresh(1, clock);
        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(pulse.Overdue(clock));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(pulse.Overdue(clock));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Setting_the_wall_clock_throws_nobody_out_and_makes_nobody_immortal(int days)
    {
        clock.Set(TimeSpan.FromDays(days));
        Assert.False(pulse.Overdue(clock));
        clock.Advance(TimeSpan.FromSeconds(121));
        Assert.True(pulse.Overdue(clock));
    }
}
