namespace Plenum.Tests.Web;

public sealed class PexRTC_on_this_server(PexRTC_at_work pexrtc) : IClassFixture<PexRTC_at_work>
{
    [Theory]
    [InlineData("two people see each other")]
    [InlineData("chat reaches the others and not its sender")]
    [InlineData("who comes to a locked conference waits until let in")]
    [InlineData("a host mutes somebody and everybody is told")]
    [InlineData("a PIN makes a host, none makes a guest, and a guest is refused")]
    [InlineData("a transfer brings somebody to another conference")]
    [InlineData("guests follow to a breakout and come back")]
    [InlineData("a call that reaches nobody hands over an empty list")]
    [InlineData("who is removed is told why")]
    [InlineData("one instance is used again after it hung up")]
    [InlineData("what a plugin asks is put down to it")]
    [InlineData("a server that is killed and started again is a pause and no more")]
    [InlineData("a command given while the server is away is done when it is back")]
    public void Does_what_it_promises(string scene) => pexrtc.Played.Passed(scene);
}
