using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>What somebody meets before any meeting: the server's own pages, and the way from them into the app.</summary>
[Collection(nameof(A_browser))]
public sealed class Arriving(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task A_wrong_address_leads_to_a_page_that_leads_on()
    {
        var person = await Somebody();
        person.Complaints.Expect("404");
        await person.Open("/nowhere");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Join a meeting" }).ClickAsync();
        await person.Sees("Conferences to try");
    }

    [Fact]
    public async Task Somebody_types_a_meeting_and_is_in_the_app()
    {
        var person = await Somebody();
        await person.Open("/");
        await person.Writes("Meeting", "meet.open");
        await person.Presses("Join");
        await Assertions.Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/webapp2/conference"));
        await person.Sees("Ready to join?");
    }

    [Fact]
    public async Task Without_script_the_first_paint_already_works()
    {
        var person = await Somebody(script: false);
        await person.Open("/webapp2/");
        await person.Writes("Meeting name", "meet.open");
        await person.Presses("Continue");
        await person.Sees("Joining meet.open…");
    }

    [Fact]
    public async Task Two_who_join_see_each_other_until_one_of_them_goes()
    {
        var alias = House.Take(Furniture.Open);
        var (ada, bob) = (await Somebody(), await Somebody());
        await ada.Join(alias, "Ada");
        await bob.Join(alias, "Bob");
        await ada.SeesInRoster("Bob");
        await bob.SeesInRoster("Ada");
        // To another page: a browser that is shut down may not get out its last words.
        await bob.Page.GotoAsync("about:blank");
        await ada.MissesInRoster("Bob");
    }

    [Fact]
    public async Task The_link_of_an_invitation_is_copied()
    {
        var person = await Somebody();
        await person.MayUseTheClipboard();
        await person.Open("/webapp2/invitation/meet.demo");
        await person.Presses("Copy the link");
        await person.Sees("Copied");
        Assert.EndsWith("/webapp2/conference/meet.demo", await person.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }
}
