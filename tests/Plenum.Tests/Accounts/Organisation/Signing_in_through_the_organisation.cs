using System.Net;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;

namespace Plenum.Tests.Accounts.Organisation;

[Collection(nameof(An_organisation))]
public sealed class Signing_in_through_the_organisation(An_organisation house)
{
    private const string Begin = "sign-in/organisation?to=%2Fadmin%2Faudit";

    [Theory]
    [InlineData("plenum-owners", "owner")]
    [InlineData("plenum-editors", "editor")]
    [InlineData("everybody", "viewer")]
    public async Task Leads_back_to_what_was_asked_for_with_the_rank_of_the_group(string group, string rank)
    {
        var name = house.Newcomer("something", group);
        using var desk = new A_desk(house.Server);

        var form = await desk.Open("sign-in");
        var page = await desk.Open(Begin);

        Assert.Contains("Sign in with Example Ltd", form.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "/admin/audit"), (page.Status, page.Address));
        Assert.Contains($"{name} <small>{rank}</small>", page.Text, StringComparison.Ordinal);
        var cookie = Assert.Single(desk.Cookies.Cast<Cookie>(), cookie => cookie.Name == "plenum_admin");
        Assert.True(cookie.HttpOnly);
        Assert.Equal("/admin", cookie.Path);
        Assert.DoesNotContain(desk.Cookies.Cast<Cookie>(), cookie => cookie.Name.Contains("Correlation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Lie.OtherNonce, "answers another sign-in")]
    [InlineData(Lie.NoNonce, "answers another sign-in")]
    [InlineData(Lie.OtherIssuer, "from another issuer")]
    [InlineData(Lie.OtherAudience, "meant for another program")]
    [InlineData(Lie.Expired, "too old")]
    [InlineData(Lie.Unsigned, "not signed by it")]
    [InlineData(Lie.SignedByStranger, "not signed by it")]
    [InlineData(Lie.SignedWithThePublicKey, "not signed by it")]
    [InlineData(Lie.NoToken, "no identity token")]
    [InlineData(Lie.AnotherPerson, "two people at once")]
    [InlineData(Lie.Unverified, "not verified your e-mail")]
    [InlineData(Lie.NamesAnotherIssuerOnReturn, "another issuer answered")]
    [InlineData(Lie.Denies, "did not let you in")]
    [InlineData(Lie.Breaks, "did not let you in")]
    public async Task Lets_nobody_in_when_the_provider_lies(Lie lie, string said)
    {
        house.Newcomer("plenum-owners");
        house.Provider.Lie = lie;
        using var desk = new A_desk(house.Server);

        var page = await desk.Open(Begin);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Cookies.Cast<Cookie>(), cookie => cookie.Name == "plenum_admin");
    }

    [Fact]
    public async Task Is_finished_once_and_by_the_browser_that_began_it()
    {
        house.Newcomer("plenum-owners");
        house.Provider.Holds = true;
        using var mine = new A_desk(house.Server);
        using var other = new A_desk(house.Server);
        await mine.Open(Begin);
        var back = house.Provider.Back;

        var stolen = await other.Open(back);
        var forged = await mine.Open(back.Replace("state=", "state=x", StringComparison.Ordinal));
        var returned = await mine.Open(back);
        using var third = new A_desk(house.Server);
        var again = await third.Open(back);
        await mine.Press("sign-out");
        var repeated = await mine.Open(back);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (stolen.Status, forged.Status));
        Assert.Equal((HttpStatusCode.OK, "/admin/audit"), (returned.Status, returned.Address));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (again.Status, repeated.Status));
    }

    [Theory]
    [InlineData("https%3A%2F%2Fevil.example%2F")]
    [InlineData("%2F%2Fevil.example%2Fadmin%2F")]
    public async Task Leads_nowhere_else(string to)
    {
        house.Newcomer("everybody");
        using var desk = new A_desk(house.Server);
        Assert.Equal("/admin/", (await desk.Open($"sign-in/organisation?to={to}")).Address);
    }

    [Fact]
    public async Task Needs_a_rank_and_ends_everywhere_when_that_is_gone()
    {
        var name = house.Newcomer("everybody");
        using var desk = new A_desk(house.Server);
        await desk.Open(Begin);
        house.Provider.Groups = ["something else"];
        using var elsewhere = new A_desk(house.Server);

        var refused = await elsewhere.Open(Begin);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains($"knows you as {name}, and that name has no rank", refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("/admin/sign-in", (await desk.Open("")).Address, StringComparison.Ordinal);
        using var admin = Administration.Of(house.Server);
        Assert.DoesNotContain((await admin.Get("accounts")).AsArray(), account => (string)account!["name"]! == name);
    }

    [Fact]
    public async Task Brings_the_rank_that_the_organisation_says_last()
    {
        var name = house.Newcomer("everybody");
        using var before = new A_desk(house.Server);
        await before.Open(Begin);
        house.Provider.Groups = ["everybody", "plenum-editors"];
        using var after = new A_desk(house.Server);

        var page = await after.Open(Begin);

        Assert.Contains($"{name} <small>editor</small>", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/admin/sign-in", (await before.Open("")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_nobody_an_account_that_belongs_to_another()
    {
        using var admin = Administration.Of(house.Server);
        await admin.Post("accounts", new { name = "taken@example.org", rank = "owner" });
        foreach (var name in (string[])["taken@example.org", "admin"])
        {
            house.Newcomer("plenum-owners");
            house.Provider.Email = name;
            using var desk = new A_desk(house.Server);
            var page = await desk.Open(Begin);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Contains($"There is another account called {name}", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Can_be_given_to_one_person_by_name_and_leaves_no_password()
    {
        house.Newcomer();
        house.Provider.Email = "heidi@example.org";
        using var desk = new A_desk(house.Server);
        Assert.Contains("heidi@example.org <small>editor</small>", (await desk.Open(Begin)).Text, StringComparison.Ordinal);
        using var admin = Administration.Of(house.Server);
        var refused = await admin.Refused(HttpMethod.Patch, "accounts/heidi@example.org", new { password = "a password of her own" });
        Assert.Equal((409, "password"), (refused.Status, refused.Member));
        Assert.Equal(401, (await Try("heidi@example.org", "vouched")).Status);
    }

    [Fact]
    public async Task Can_leave_passwords_to_admin_alone()
    {
        using var admin = Administration.Of(house.Server);
        var password = (string)(await admin.Post("accounts", new { name = "local", rank = "owner" }))["password"]!;
        Assert.Equal(401, (await Try("local", password)).Status);
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);
        Assert.Contains("Overview", (await desk.Open("")).Text, StringComparison.Ordinal);
    }

    private async Task<Refusal> Try(string name, string password)
    {
        using var somebody = Administration.With(house.Server, name, password);
        return await somebody.Refused(HttpMethod.Get, "conferences");
    }
}
