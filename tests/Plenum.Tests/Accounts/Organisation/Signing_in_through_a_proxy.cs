using System.Net;
using Plenum.Server.Accounts;
using Plenum.Server.Accounts.Organisation;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Accounts.Organisation;

[Collection(nameof(An_organisation))]
public sealed class Signing_in_through_a_proxy(An_organisation house)
{
    [Fact]
    public async Task Needs_no_form_and_follows_the_name_that_the_proxy_says()
    {
        using var desk = Behind("carol", "staff");
        var page = await desk.Open("");
        var saved = await desk.Press("accounts", new() { ["name"] = "x", ["rank"] = "Owner" });
        desk.Headers.Remove("X-Remote-User");
        desk.Headers.Add("X-Remote-User", "dave");
        var other = await desk.Open("");

        Assert.Contains("carol <small>viewer</small>", page.Text, StringComparison.Ordinal);
        Assert.Contains("This needs the rank owner; you are viewer", saved.Text, StringComparison.Ordinal);
        Assert.Contains("dave <small>viewer</small>", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_in_nobody_without_a_rank_and_nobody_as_somebody_else()
    {
        using var nobody = Behind("erin", "strangers");
        using var thief = Behind("admin", "admins");
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.Open("")).Status);
        var stolen = await thief.Open("");
        Assert.Equal(HttpStatusCode.Forbidden, stolen.Status);
        Assert.Contains("There is another account called admin", stolen.Text, StringComparison.Ordinal);
        using var api = Administration.Unknown(house.Server);
        api.Headers.Add("X-Remote-User", "frank");
        api.Headers.Add("X-Remote-Groups", "admins");
        Assert.Equal(401, (await api.Refused(HttpMethod.Get, "conferences")).Status);
    }

    [Fact]
    public async Task Is_ignored_and_written_down_when_somebody_else_sends_the_header()
    {
        await using var server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__SignIn__Header__Name"] = "X-Remote-User",
            ["Plenum__SignIn__Header__From"] = "10.9.8.7",
            ["Plenum__SignIn__Header__Owners"] = "mallory",
            ["Plenum__Proxies"] = "127.0.0.1",
        });
        using var desk = new A_desk(server);
        desk.Headers.Add("X-Remote-User", "mallory");
        // What a trusted forwarder says of the browser does not make the browser the proxy.
        desk.Headers.Add("X-Forwarded-For", "10.9.8.7");

        Assert.StartsWith("/admin/sign-in", (await desk.Open("")).Address, StringComparison.Ordinal);
        Assert.Contains("X-Remote-User", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mallory", server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("boss", new string[0], Rank.Owner)]
    [InlineData("x", new[] { "write", "lead" }, Rank.Owner)]
    [InlineData("x", new[] { "write" }, Rank.Editor)]
    [InlineData("x", new[] { "read" }, Rank.Viewer)]
    [InlineData("x", new[] { "READ", "" }, null)]
    public void Gives_the_highest_rank_that_is_named(string name, string[] groups, Rank? rank) =>
        Assert.Equal(rank, new RankMapping(["boss", "lead"], ["write"], ["read"]).For(name, groups));

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Is_refused_at_the_start_when_it_contradicts_itself(SignInSettings settings, string said) =>
        Assert.Contains(said, Assert.Throws<Refused>(() => SettingsRules.Checked(new ServerSettings { SignIn = settings })).Message, StringComparison.Ordinal);

    public static TheoryData<SignInSettings, string> Contradictions => new()
    {
        { new() { Passwords = "perhaps" }, "write everybody, admin or nobody" },
        { new() { Passwords = "nobody" }, "no owner can come in any other way" },
        { new() { Passwords = "nobody", Organisation = new() { Authority = "https://id.example", ClientId = "x", Viewers = ["all"] } }, "no owner can come in any other way" },
        { new() { Organisation = new() { Authority = "https://id.example", Owners = ["x"] } }, "ClientId is required" },
        { new() { Organisation = new() { Authority = "http://id.example", ClientId = "x", Owners = ["x"] } }, "is no https:// address" },
        { new() { Participants = new() { ReturnTo = ["https://rooms.example/path"] } }, "write a site like https://rooms.example.org" },
        { new() { Participants = new() { ReturnTo = ["http://rooms.example"] } }, "write a site like https://rooms.example.org" },
        { new() { Participants = new() { NameClaim = " " } }, "NameClaim is empty" },
        { new() { Organisation = new() { AuthorizationEndpoint = "https://id.example/a", ClientId = "x", Owners = ["x"] } }, "TokenEndpoint and UserInformationEndpoint are required" },
        { new() { Header = new() { Name = "X-User", Owners = ["x"] } }, "From is required" },
        { new() { Header = new() { Name = "X-User", From = ["proxy.example"], Owners = ["x"] } }, "neither an address nor a network" },
    };

    private A_desk Behind(string name, string groups)
    {
        var desk = new A_desk(house.Server);
        desk.Headers.Add("X-Remote-User", name);
        desk.Headers.Add("X-Remote-Groups", groups);
        return desk;
    }
}
