using Microsoft.Playwright;
using Plenum.Tests.Accounts.Organisation;
using Plenum.Tests.Management;

namespace Plenum.Tests.Browsers;

/// <summary>A conference that asks for it, an organisation's provider, and two people at browsers.</summary>
[Collection(nameof(A_browser))]
public sealed class Signing_in_to_a_meeting(A_browser browser, An_organisation house) : In_a_browser(browser), IClassFixture<An_organisation>
{
    private const string SignedIn = "Signed in: the organisation says who this is";

    [Fact]
    public async Task Shows_everybody_by_the_name_that_the_organisation_says()
    {
        using var admin = Administration.Of(house.Server);
        var alias = (await admin.Conference(new { signIn = true, hostPin = "2468" })).Alias;
        var account = house.Newcomer();
        house.Provider.Name = "Grace Hopper";
        var grace = await SomebodyAt(house.Server.Address);
        grace.Complaints.MayHear("403");

        await grace.Open($"/webapp2/conference/{alias}?colour=red");
        await grace.Writes("Your name", "Somebody else");
        await grace.Presses("Join without microphone and camera");
        await grace.IsAt("This meeting asks you to sign in");
        await ServesEverybody(grace);
        await grace.Presses("Continue with Example Ltd");
        await grace.IsAt("Are you a host?");
        Assert.EndsWith($"/webapp2/conference/{alias}?colour=red", grace.Page.Url, StringComparison.Ordinal);
        await grace.Writes("Host PIN", "1111");
        await grace.Presses("Join as a host");
        await grace.Sees("That PIN is not right.");
        await grace.Writes("Host PIN", "2468");
        await grace.Presses("Join as a host");
        await grace.IsInside();

        house.Newcomer();
        house.Provider.Name = "Ben";
        var ben = await SomebodyAt(house.Server.Address);
        ben.Complaints.MayHear("403");
        // The small provider has no icon for the page that it keeps people on.
        ben.Complaints.MayHear("favicon");
        await ben.Open(TheApp.LinkTo(alias, "Typed"));
        await ben.Presses("Continue with Example Ltd");
        await ben.Presses("Join as a guest");
        await ben.IsInside();
        await ben.TurnsTo("People");
        await ben.SeesNobodyElse("Grace Hopper", "Ben");
        await ben.SeesMark("Grace Hopper", SignedIn);
        await Assertions.Expect(ben.Row("Ben")).ToContainTextAsync(SignedIn);

        // What signed them in is nowhere that others look.
        var kept = await grace.Page.EvaluateAsync<string>("() => JSON.stringify([location.href, history.state, {...sessionStorage}, {...localStorage}])");
        Assert.DoesNotContain("sso_", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("2468", kept, StringComparison.Ordinal);
        var proof = grace.Asked.Select(request => request.PostData ?? "").First(body => body.Contains("\"sso_token\":\"", StringComparison.Ordinal)).Split("\"sso_token\":\"")[1].Split('"')[0];
        Assert.DoesNotContain(grace.Asked, request => request.Url.Split('#')[0].Contains(proof, StringComparison.Ordinal) || request.Headers.GetValueOrDefault("referer", "").Contains("sso", StringComparison.Ordinal));
        Assert.DoesNotContain(proof, house.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(account, await ben.Page.ContentAsync(), StringComparison.Ordinal);

        // A proof is good once: whoever comes again signs in again, and is not led round.
        await ben.Page.ReloadAsync();
        await ben.IsAt("This meeting asks you to sign in");
        house.Provider.Lie = Lie.Denies;
        ben.Complaints.MayHear("403");
        await ben.Presses("Continue with Example Ltd");
        await ben.IsAt("You are not signed in");
        await ServesEverybody(ben);
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the meeting" }).ClickAsync();
        await Assertions.Expect(ben.Page.GetByLabel("Your name")).ToHaveValueAsync("Ben");
        Assert.DoesNotContain("sso", ben.Page.Url, StringComparison.Ordinal);

        // Whoever turns round at the provider is where they were.
        house.Provider.Holds = true;
        await ben.Presses("Join without microphone and camera");
        await ben.Presses("Continue with Example Ltd");
        await ben.Sees("stay");
        await ben.Page.GoBackAsync();
        await Assertions.Expect(ben.Page.GetByLabel("Your name")).ToHaveValueAsync("Ben");
    }

    private static async Task ServesEverybody(Person person)
    {
        foreach (var look in (Look[])[Look.PhoneDark, Look.Desktop])
        {
            await person.Sit(look);
            Assert.Empty(await NothingIsWrong.Of(person.Page));
        }
    }

    [Fact]
    public async Task Is_not_noticed_by_those_who_join_another()
    {
        using var admin = Administration.Of(house.Server);
        var alias = (await admin.Conference()).Alias;
        var ada = await (await SomebodyAt(house.Server.Address)).Enters(alias, "Ada");
        await ada.TurnsTo("People");
        await ada.SeesNobodyElse("Ada");
        await ada.SeesNoMark("Ada", SignedIn);
        Assert.DoesNotContain(ada.Asked, request => request.Url.Contains("sign-in", StringComparison.Ordinal));
    }
}
