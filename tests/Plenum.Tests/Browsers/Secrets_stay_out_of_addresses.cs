using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>A link with a PIN in it: where the PIN and the tokens that follow are seen, and where not.</summary>
[Collection(nameof(A_browser))]
public sealed class Secrets_stay_out_of_addresses(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task The_PIN_of_a_link_goes_from_the_address_and_to_nobody_but_the_door()
    {
        var hanna = await Somebody();
        hanna.Complaints.MayHear("403");
        await hanna.Enters(House.Take(Furniture.Hosted), "Hanna", $"&pin={Furniture.HostPin}&redirect=https%3A%2F%2Fexample.org&colour=red");
        var link = hanna.Asked.First();
        Assert.Contains("pin=", link.Url, StringComparison.Ordinal);

        Assert.DoesNotContain("pin=", hanna.Page.Url, StringComparison.Ordinal);
        var seen = await hanna.Page.EvaluateAsync<Dictionary<string, string>>("() => window.PEX.conferenceQueryParams");
        Assert.Equal("red", seen["colour"]);
        Assert.Equal("https://example.org", seen["redirect"]);
        Assert.DoesNotContain("pin", seen.Keys);

        var others = hanna.Asked.Where(request => request != link).ToList();
        Assert.NotEmpty(others);
        Assert.DoesNotContain(others, request => request.Url.Contains("pin=", StringComparison.Ordinal));
        foreach (var request in others.Where(request => request.Headers.TryGetValue("referer", out _)))
            Assert.DoesNotContain("pin=", request.Headers["referer"], StringComparison.Ordinal);

        // Back and forth in the history does not bring it back.
        Assert.DoesNotContain("pin", await hanna.Page.EvaluateAsync<string>("() => JSON.stringify([history.state, document.referrer, {...sessionStorage}, {...localStorage}])"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_are_in_no_address()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody(media: true)).Enters(alias, "Ada");
        await ada.TurnsTo("Chat");
        await ada.Says("Something said");
        await ada.Reads("Something said");
        await ada.Tool("Raise hand").ClickAsync();
        await Assertions.Expect(ada.Tool("Lower hand")).ToBeVisibleAsync();
        await ada.Chooses("Layout");
        await ada.PressesIn(ada.Dialog("Layout").Locator("footer"), "Close");
        await ada.Tool("Leave or end the meeting").ClickAsync();
        await ada.Entry("Leave").ClickAsync();
        await ada.IsAt("You left the meeting");

        Assert.DoesNotContain(ada.Asked, request => request.Url.Contains("token=", StringComparison.Ordinal));
        Assert.DoesNotContain("token", ada.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_is_the_token_of_whoever_goes_to_another_page_and_is_gone_at_once()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody()).Enters(alias, "Ada");
        var ben = await (await Somebody()).Enters(alias, "Ben");
        await ben.TurnsTo("People");
        await Assertions.Expect(ben.Rows()).ToHaveCountAsync(2);
        await ada.Open("/");
        await Assertions.Expect(ben.Rows()).ToHaveCountAsync(1);
        Assert.DoesNotContain(ada.Asked, request => request.Url.Contains("token=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nor_is_the_token_that_fetches_what_somebody_presents()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody()).Enters(alias, "Ada");
        var ben = await House.Join(alias, "Ben");
        await ben.Presents(Pictures.Dot);
        var picture = ada.Page.GetByRole(AriaRole.Img, new() { Name = "Ben is presenting" });
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await Assertions.Expect(picture).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^blob:"));
        Assert.True(await picture.EvaluateAsync<bool>("async (picture) => { await picture.decode(); return picture.naturalWidth > 0; }"));
        Assert.DoesNotContain(ada.Asked, request => request.Url.Contains("token=", StringComparison.Ordinal));
    }
}
