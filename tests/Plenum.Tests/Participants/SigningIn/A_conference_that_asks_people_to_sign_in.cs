using System.Net;
using Plenum.Tests.Accounts.Organisation;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants.SigningIn;

[Collection(nameof(An_organisation))]
public sealed class A_conference_that_asks_people_to_sign_in(An_organisation house) : IDisposable
{
    private readonly Administration _admin = Administration.Of(house.Server);
    private readonly A_guest_of_the_organisation _grace = new(house.Server);

    [Fact]
    public async Task Names_the_provider_before_it_asks_for_a_PIN()
    {
        var (alias, other) = (await Asking(new { signIn = true, hostPin = "2468" }), await Asking());

        var asked = await _grace.Knocks(alias, new { display_name = "Grace", chosen_idp = "none", sso_token = "none" });
        var pin = await _grace.Knocks(alias, new { display_name = "Grace" }, "2468");
        var unknown = await _grace.Knocks(alias, new { display_name = "Grace", chosen_idp = $"{Guid.NewGuid()}", sso_redirect_target = _grace.Target });
        var again = await _grace.Knocks(other, new { display_name = "Grace" });

        foreach (var answer in (Answer[])[asked, pin, unknown, again])
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Equal("Example Ltd", A_guest_of_the_organisation.Provider(answer).GetProperty("name").GetString());
            Assert.Equal("36", answer.Result.GetProperty("version").GetProperty("version_id").GetString());
            Assert.Equal(A_guest_of_the_organisation.Provider(asked).GetProperty("uuid").GetString(), A_guest_of_the_organisation.Provider(answer).GetProperty("uuid").GetString());
        }
    }

    [Fact]
    public async Task Shows_people_by_the_name_that_the_organisation_says_and_tells_others_no_more()
    {
        var account = house.Newcomer();
        house.Provider.Name = "Grace \u202eHopper";
        var alias = await Asking();
        var grace = await _grace.Joins(alias);
        using var second = new A_guest_of_the_organisation(house.Server);
        house.Newcomer();
        house.Provider.Name = "Ben";
        var ben = await second.Joins(alias);

        Assert.Equal("Grace Hopper", grace.Welcome.GetProperty("display_name").GetString());
        Assert.Equal(A_guest_of_the_organisation.Provider(await _grace.Knocks(alias, new { })).GetProperty("uuid").GetString(), grace.Welcome.GetProperty("idp_uuid").GetString());
        var roster = (await ben.Get("participants")).Accepted().EnumerateArray().ToList();
        Assert.All(roster, person => Assert.True(person.GetProperty("is_idp_authenticated").GetBoolean()));
        Assert.Equal(["Ben", "Grace Hopper"], roster.Select(person => person.GetProperty("display_name").GetString()!).Order());
        Assert.DoesNotContain(account, (await ben.Get("participants")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(account, (await ben.Get("plenum/timeline")).Text, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", (await ben.Get("plenum/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_administrators_who_signed_in_as_what()
    {
        var account = house.Newcomer();
        house.Provider.Name = "Grace";
        var made = await _admin.Conference(new { signIn = true });
        await _grace.Joins(made.Alias);
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);

        var live = await _admin.Get($"live/conferences/{made.Id}");
        var timeline = await _admin.Get($"conferences/{made.Id}/meetings");
        var story = await desk.Open($"conferences/{made.Id}/meetings/{timeline["items"]![0]!["id"]}");

        Assert.Equal(account, (string)live["participants"]![0]!["account"]!);
        Assert.Contains($"signed in as {account}", (await desk.Open($"live/{made.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"Grace joined as host, signed in as {account}", story.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Falls_back_to_the_account_where_no_name_is_told()
    {
        var account = house.Newcomer();
        Assert.Equal(account, (await _grace.Joins(await Asking())).Welcome.GetProperty("display_name").GetString());
    }

    [Fact]
    public async Task Takes_one_token_over_several_attempts_at_the_PIN_and_for_one_seat()
    {
        house.Newcomer();
        var alias = await Asking(new { signIn = true, hostPin = "2468" });
        var token = await _grace.SignsIn(alias);

        var asked = await _grace.JoinsWith(alias, token);
        var wrong = await _grace.JoinsWith(alias, token, "1111");
        var seated = await _grace.JoinsWith(alias, token, "2468");
        var again = await _grace.JoinsWith(alias, token, "2468");

        Assert.Equal("required", asked.Result.GetProperty("pin").GetString());
        Assert.Equal("Invalid PIN", wrong.Refused());
        Assert.Equal("HOST", seated.Accepted().GetProperty("role").GetString());
        Assert.Equal("SSO token was used before: sign in again", again.Refused());
    }

    [Fact]
    public async Task Takes_no_token_that_was_made_for_another_conference_or_by_somebody_else()
    {
        house.Newcomer();
        var (here, there) = (await Asking(), await Asking());
        var token = await _grace.SignsIn(there);
        var changed = token[..^2] + (token[^2] == 'A' ? "B" : "A") + token[^1];
        var trip = (await _grace.IsLed(here)).Split("trip=")[1];

        Assert.Contains("another conference", (await _grace.JoinsWith(here, token)).Refused(), StringComparison.Ordinal);
        foreach (var forged in (string[])[changed, trip, "x", new string('A', 5000)])
            Assert.Equal("SSO token cannot be read: sign in again", (await _grace.JoinsWith(here, forged)).Refused());
        Assert.Equal(HttpStatusCode.OK, (await _grace.JoinsWith(there, token)).Status);
    }

    [Fact]
    public async Task Believes_the_proxy_at_once_and_nobody_who_is_sent_by_another_site()
    {
        var alias = await Asking(new { signIn = true, hostPin = "2468" });
        _grace.Http.DefaultRequestHeaders.Add("X-Remote-User", "heidi");
        _grace.Http.DefaultRequestHeaders.Add("X-Remote-Name", "Heidi Hi");

        var asked = await _grace.Knocks(alias, new { });
        var joined = await _grace.Knocks(alias, new { display_name = "Typed" }, "2468");
        _grace.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var sent = await _grace.Knocks(alias, new { display_name = "Typed" }, "2468");

        Assert.Equal("required", asked.Result.GetProperty("pin").GetString());
        Assert.Equal("Heidi Hi", joined.Accepted().GetProperty("display_name").GetString());
        Assert.False(joined.Result.TryGetProperty("idp_uuid", out _));
        Assert.True(sent.Result.TryGetProperty("idp", out _));
    }

    [Fact]
    public async Task Is_reached_by_transfer_only_by_those_who_signed_in()
    {
        house.Newcomer();
        house.Provider.Name = "Grace";
        var (open, asking, alias) = (await Asking(new { }), await Asking(), await Asking());
        var stranger = await Visitor.Join(_grace.Http, open, "Stranger");
        var grace = await _grace.Joins(alias);
        await using var listening = await grace.Listen();

        var refused = await stranger.Post(stranger, "transfer", new { conference_alias = asking, role = "guest" });
        (await grace.Post(grace, "transfer", new { conference_alias = asking, role = "guest" })).Accepted();
        var refer = await listening.Until("refer");
        // As official clients do: first out, then in.
        await grace.Post("release_token");
        var followed = Visitor.From(_grace.Http, asking, await _grace.Knocks(asking, new { display_name = "Typed", token = refer.GetProperty("token").GetString() }));

        Assert.StartsWith("SSO", refused.Refused(), StringComparison.Ordinal);
        Assert.Equal("Grace", followed.Welcome.GetProperty("display_name").GetString());
        Assert.True(Assert.Single((await followed.Get("participants")).Accepted().EnumerateArray().ToList()).GetProperty("is_idp_authenticated").GetBoolean());
    }

    [Fact]
    public async Task Asks_those_who_come_by_a_reception_for_what_it_leads_to()
    {
        house.Newcomer();
        var (alias, reception) = (await Asking(), await Asking(new { kind = "reception" }));
        Assert.True((await _grace.Knocks(reception, new { display_name = "x", conference_extension = alias })).Result.TryGetProperty("idp", out _));
        var token = await _grace.SignsIn(alias);
        (await _grace.Knocks(reception, new { display_name = "x", conference_extension = alias, sso_token = token })).Accepted();
        Assert.Equal("signIn", (await _admin.Refused(HttpMethod.Post, "conferences", new { name = "x", aliases = new[] { $"x-{Guid.NewGuid():N}" }, kind = "reception", signIn = true })).Member);
    }

    [Fact]
    public async Task Has_those_who_signed_in_found_and_erased_by_their_account()
    {
        var account = house.Newcomer();
        house.Provider.Name = "Zora Quist";
        var alias = await Asking();
        var zora = await _grace.Joins(alias);
        await zora.Post("release_token");

        Assert.Contains((await _admin.Get($"people?search={account}")).AsArray(), one => (string)one!["name"]! == account);
        Assert.Equal(account, (string)(await _admin.Get($"people/traces?name={account}"))["meetings"]![0]!["account"]!);
        await _admin.Post("people/erase", new { name = account, confirm = account });

        Assert.Empty((await _admin.Get($"people?search={account}")).AsArray());
        Assert.Empty((await _admin.Get("people?search=zora%20quist")).AsArray());
        house.Newcomer();
        await _grace.Joins(alias);
    }

    public void Dispose()
    {
        _admin.Dispose();
        _grace.Dispose();
    }

    private async Task<string> Asking(object? terms = null) => (await _admin.Conference(terms ?? new { signIn = true })).Alias;
}
