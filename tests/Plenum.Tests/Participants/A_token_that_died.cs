using Plenum.Server.Participants.Tokens;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants;

public sealed class A_token_that_died
{
    private readonly ManualClock clock = new();

    [Fact]
    public void Is_refused_once_and_then_told_to_wait()
    {
        var dead = new DeadTokens(clock);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(dead.FirstRefusal("a"));
        Assert.False(dead.FirstRefusal("a"));
        Assert.True(dead.FirstRefusal("b"));
        clock.Advance(DeadTokens.Pause);
        Assert.True(dead.FirstRefusal("a"));
    }
}
