using System.Net;
using Plenum.Server.Accounts;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts;

public sealed class Guessing_a_password
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Away = IPAddress.Parse("198.51.100.7");
    private readonly ManualClock _clock = new();
    private readonly SignInPace _pace;

    public Guessing_a_password() => _pace = new SignInPace(_clock);

    [Fact]
    public void Is_slowed_twice_as_much_after_every_failure()
    {
        for (var i = 0; i < SignInPace.FreePerAddress; i++)
        {
            Assert.Equal(TimeSpan.Zero, _pace.Wait("admin", Away));
            _pace.Failed("admin", Away);
        }

        var first = _pace.Wait("admin", Away);
        _clock.Advance(first);
        Assert.Equal(TimeSpan.Zero, _pace.Wait("admin", Away));
        _pace.Failed("admin", Away);

        Assert.Equal(first * 2, _pace.Wait("admin", Away));
    }

    [Fact]
    public void Never_keeps_an_address_out_for_longer_than_the_longest_wait()
    {
        for (var i = 0; i < 100; i++) _pace.Failed("admin", Away);

        Assert.Equal(SignInPace.LongestForAddress, _pace.Wait("admin", Away));
    }

    [Fact]
    public void From_many_addresses_slows_strangers_but_not_who_proved_to_know_it()
    {
        _pace.Proved("admin", Home);
        for (var i = 0; i < SignInPace.FreePerAccount + 10; i++) _pace.Failed("admin", IPAddress.Parse($"203.0.113.{i}"));

        Assert.Equal(SignInPace.LongestForAccount, _pace.Wait("admin", Away));
        Assert.Equal(TimeSpan.Zero, _pace.Wait("admin", Home));
        Assert.Equal(TimeSpan.Zero, _pace.Wait("somebody else", Away));
    }

    [Fact]
    public void Of_no_account_slows_only_the_address_that_guesses()
    {
        for (var i = 0; i < 100; i++) _pace.Failed(null, IPAddress.Parse($"203.0.113.{i}"));
        for (var i = 0; i < SignInPace.FreePerAddress; i++) _pace.Failed(null, Away);

        Assert.True(_pace.Wait(null, Away) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, _pace.Wait(null, Home));
    }

    [Fact]
    public void Is_forgiven_once_the_right_one_is_known()
    {
        for (var i = 0; i < SignInPace.FreePerAddress - 1; i++) _pace.Failed("admin", Home);
        _pace.Proved("admin", Home);
        _pace.Failed("admin", Home);

        Assert.Equal(TimeSpan.Zero, _pace.Wait("admin", Home));
    }
}
