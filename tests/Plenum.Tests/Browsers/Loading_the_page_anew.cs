using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>A page that is loaded anew in the middle of a meeting is back in it, as it was.</summary>
[Collection(nameof(A_browser))]
public sealed class Loading_the_page_anew(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task Brings_a_host_back_as_host_and_muted_with_what_the_link_said_and_without_the_PIN_anywhere()
    {
        var alias = House.Take(Furniture.Hosted);
        var ada = await Somebody(media: true);
        ada.Complaints.MayHear("403");
        await ada.Open(TheApp.LinkTo(alias, "Ada", "&foo=bar&callTag=blue"));
        await ada.Writes("Host PIN", Furniture.HostPin);
        await ada.Presses("Join as a host");
        await ada.IsInside();
        await ada.Tool("Mute microphone").ClickAsync();
        await ada.Tool("Unmute microphone").WaitForAsync();
        await ada.Page.ReloadAsync();

        await ada.IsInside();
        await ada.Tool("Unmute microphone").WaitForAsync();
        await ada.Chooses("Lock the meeting");
        await ada.Sees("Locked");
        var host = await House.Host(alias);
        var (there, kept) = ((await host.Get("participants")).Accepted(), await ada.Page.EvaluateAsync<string>(
            "() => location.href + JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])"));
        Assert.Equal(["Ada/chair/blue", "Hanna/chair/"], there.EnumerateArray()
            .Select(one => $"{one.GetProperty("display_name")}/{one.GetProperty("role")}/{one.GetProperty("call_tag")}").Order(StringComparer.Ordinal));
        Assert.Contains("foo=bar", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Furniture.HostPin, kept, StringComparison.Ordinal);
    }
}
