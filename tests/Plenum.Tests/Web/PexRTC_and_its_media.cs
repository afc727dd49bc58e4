namespace Plenum.Tests.Web;

public sealed class PexRTC_and_its_media(PexRTC_in_a_browser browser) : IClassFixture<PexRTC_in_a_browser>
{
    [Theory]
    [InlineData("sound and pictures go both ways")]
    [InlineData("slides are received when they are asked for")]
    [InlineData("a screen is shown, with the floor, until it is ended")]
    [InlineData("new ways through the network are found without hanging up")]
    [InlineData("a call that the server knows no more is made anew")]
    [InlineData("hanging up closes the devices and says good-bye")]
    [InlineData("speaking while muted is noticed, and a given stream is left alone")]
    [InlineData("a server without media leaves us joined with the picture of ourselves")]
    [InlineData("a screen is shown as pictures where there is no media")]
    public void Do_what_they_promise(string scene) => browser.Passed(scene);
}
