using System.Net;
using Plenum.Tests.Accounts.Organisation;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants.SigningIn;

[Collection(nameof(An_organisation))]
public sealed class The_way_to_the_provider_and_back(An_organisation house) : IDisposable
{
    private readonly Administration _admin = Administration.Of(house.Server);
    private readonly A_guest_of_the_organisation _grace = new(house.Server);

    [Theory]
    [InlineData("https://evil.example/#__pexip-sso-token__")]
    [InlineData("{here}@evil.example/#__pexip-sso-token__")]
    [InlineData("{here}.evil.example/#__pexip-sso-token__")]
    [InlineData("{here}\\@evil.example/#__pexip-sso-token__")]
    [InlineData("{here}/\r\nSet-Cookie:x#__pexip-sso-token__")]
    [InlineData("//evil.example/#__pexip-sso-token__")]
    [InlineData("javascript:alert('__pexip-sso-token__')")]
    [InlineData("http://rooms.example.org/#__pexip-sso-token__")]
    [InlineData("{here}/webapp2/conference/x")]
    [InlineData("{here}/{long}#__pexip-sso-token__")]
    [InlineData(null)]
    public async Task Leads_back_nowhere_but_to_this_server_and_listed_sites(string? target)
    {
        var alias = await Asking();
        var wanted = target?.Replace("{here}", house.Server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal).Replace("{long}", new string('x', 2000), StringComparison.Ordinal);
        Assert.StartsWith("SSO sign-in", (await Chooses(alias, wanted)).Refused(), StringComparison.Ordinal);
        Assert.True((await Chooses(alias, "https://rooms.example.org/#__pexip-sso-token__")).Result.TryGetProperty("redirect_url", out _));
    }

    [Fact]
    public async Task Is_not_opened_by_somebody_who_called_the_server_by_another_name()
    {
        house.Newcomer();
        var alias = await Asking();
        _grace.Http.DefaultRequestHeaders.Host = "evil.example";
        _grace.Target = "http://evil.example/#__pexip-sso-token__";
        var trip = (await _grace.IsLed(alias)).Split('?')[1];

        var page = await _grace.Browser.Open($"/sign-in/begin?{trip}");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("This link leads nowhere", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_finished_by_the_browser_that_began_it_and_once()
    {
        house.Newcomer();
        house.Provider.Holds = true;
        var alias = await Asking();
        await _grace.Browser.Open(await _grace.IsLed(alias));
        var back = house.Provider.Back;
        using var thief = new A_guest_of_the_organisation(house.Server);

        var stolen = await thief.Browser.Open(back);
        var forged = await _grace.Browser.Open(back.Replace("state=", "state=x", StringComparison.Ordinal));
        var mine = await _grace.Browser.Open(back);
        var repeated = await _grace.Browser.Open(back);

        Assert.StartsWith($"{house.Server.Address}sign-in/return?", back, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (stolen.Status, forged.Status, repeated.Status));
        Assert.Contains("begun in another window", stolen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _grace.JoinsWith(alias, A_guest_of_the_organisation.TokenIn(mine))).Status);
    }

    [Fact]
    public async Task Is_gone_by_two_tabs_of_one_browser_at_once()
    {
        house.Newcomer();
        house.Provider.Holds = true;
        var (first, second) = (await Asking(), await Asking());
        await _grace.Browser.Open(await _grace.IsLed(first));
        var back = house.Provider.Back;
        await _grace.Browser.Open(await _grace.IsLed(second));

        var later = A_guest_of_the_organisation.TokenIn(await _grace.Browser.Open(house.Provider.Back));
        var earlier = A_guest_of_the_organisation.TokenIn(await _grace.Browser.Open(back));

        Assert.Equal(HttpStatusCode.OK, (await _grace.JoinsWith(first, earlier)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _grace.JoinsWith(second, later)).Status);
    }

    [Theory]
    [InlineData(Lie.Denies, "did not let you in")]
    [InlineData(Lie.Breaks, "did not let you in")]
    [InlineData(Lie.OtherNonce, "answers another sign-in")]
    [InlineData(Lie.SignedByStranger, "not signed by it")]
    [InlineData(Lie.Unverified, "not verified your e-mail")]
    public async Task Ends_on_a_page_with_the_way_back_when_the_provider_says_no(Lie lie, string said)
    {
        house.Newcomer();
        house.Provider.Lie = lie;

        var page = await _grace.Browser.Open(await _grace.IsLed(await Asking()));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"" + _grace.Target.Replace("__pexip-sso-token__", "none", StringComparison.Ordinal).Replace("__plenum-sso-name__", "", StringComparison.Ordinal) + "\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_nothing_in_the_journal_and_nothing_for_the_next_site()
    {
        house.Newcomer();
        house.Provider.Name = "Grace Hopper";
        var alias = await Asking();
        var page = await _grace.Browser.Open(await _grace.IsLed(alias));
        var token = A_guest_of_the_organisation.TokenIn(page);
        await _grace.JoinsWith(alias, token);

        Assert.Contains("sso_name=Grace%20Hopper", page.Answer.RequestMessage!.RequestUri!.Fragment, StringComparison.Ordinal);
        Assert.DoesNotContain(token, house.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", house.Server.Output, StringComparison.Ordinal);
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var led = await plain.GetAsync(await _grace.IsLed(alias));
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        Assert.Equal("no-referrer", Assert.Single(led.Headers.GetValues("Referrer-Policy")));
        Assert.True(led.Headers.CacheControl?.NoStore);
        var cookie = Assert.Single(led.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/sign-in/return", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Tells_people_when_the_provider_is_away_and_lets_them_try_again()
    {
        await using var server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__SignIn__Organisation__Name"] = "Example Ltd",
            ["Plenum__SignIn__Organisation__Authority"] = $"http://127.0.0.1:{FreePort.Take()}",
            ["Plenum__SignIn__Organisation__ClientId"] = "x",
        });
        using var admin = Administration.Of(server);
        using var grace = new A_guest_of_the_organisation(server);
        var way = await grace.IsLed((await admin.Conference(new { signIn = true })).Alias);

        foreach (var page in (Management.Pages.Page[])[await grace.Browser.Open(way), await grace.Browser.Open(way)])
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("Example Ltd cannot be reached now. Try again in a moment.", page.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"{new Uri(way).PathAndQuery}\"", page.Text, StringComparison.Ordinal);
        }

        using var french = new HttpRequestMessage(HttpMethod.Get, way) { Headers = { { "Accept-Language", "fr" } } };
        using var reader = new HttpClient();
        using var told = await reader.SendAsync(french, TestContext.Current.CancellationToken);
        Assert.Contains("Example Ltd est injoignable pour le moment.", System.Net.WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        // Nobody is named who may manage this server, so that way is not offered to administrators.
        Assert.DoesNotContain("Example Ltd", (await grace.Browser.Open("sign-in")).Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _admin.Dispose();
        _grace.Dispose();
    }

    private async Task<string> Asking() => (await _admin.Conference(new { signIn = true })).Alias;

    private async Task<Answer> Chooses(string alias, string? target)
    {
        var chosen = A_guest_of_the_organisation.Provider(await _grace.Knocks(alias, new { display_name = "Grace" })).GetProperty("uuid").GetString();
        return await _grace.Knocks(alias, new { display_name = "Grace", chosen_idp = chosen, sso_redirect_target = target });
    }
}
