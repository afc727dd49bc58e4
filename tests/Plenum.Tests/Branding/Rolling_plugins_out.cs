using System.Net;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Management.Pages;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

public sealed class Rolling_plugins_out(A_server_to_brand house) : IClassFixture<A_server_to_brand>
{
    [Fact]
    public async Task Reaches_those_that_it_is_for_and_nobody_else()
    {
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("rollout")));
        await RollOut(new { off = false });
        Assert.Equal(["mark"], await Plugins());

        await RollOut(new { off = true });
        Assert.Empty(await Plugins());

        await RollOut(new { conferences = new[] { "meet.open.1" } });
        Assert.Equal(["mark"], await Plugins("/webapp2/conference/meet.open.1"));
        Assert.Empty(await Plugins("/webapp2/conference/meet.open.2"));

        await RollOut(new { roles = new[] { "chair" } });
        Assert.Equal(["mark"], await Plugins());
        var package = await house.Http.GetStringAsync(await house.Base() + "custom_configuration/plugins/mark/mark.plugin.package.json");
        Assert.Equal("""["chair"]""", JsonNode.Parse(package)!["participantRoles"]!.ToJsonString());
    }

    [Fact]
    public async Task Reaches_the_conferences_of_a_group_and_those_that_are_named_beside_it()
    {
        using var admin = Administration.Of(house.Server);
        var inside = await admin.Conference(new { groups = new[] { "Sales", "sales", "north" } });
        var outside = await admin.Conference();
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("grouped")));
        await RollOut(new { groups = new[] { "SALES" }, conferences = new[] { "meet.open.1" } });

        Assert.Equal(["sales", "north"], inside.Told["groups"]!.AsArray().Select(group => (string)group!));
        Assert.Equal(["mark"], await Plugins($"/webapp2/conference/{inside.Alias}"));
        Assert.Equal(["mark"], await Plugins("/webapp2/conference/meet.open.1"));
        Assert.Empty(await Plugins($"/webapp2/conference/{outside.Alias}"));
        Assert.Empty(await Plugins());

        await admin.Patch($"conferences/{inside.Id}", new { groups = Array.Empty<string>() });
        Assert.Empty(await Plugins($"/webapp2/conference/{inside.Alias}"));
    }

    [Fact]
    public async Task Is_decided_beside_what_went_wrong_in_each_version()
    {
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("faulty")));
        var anna = await Visitor.Join(house.Http, "meet.open.1", "Anna");
        foreach (var (version, times) in ((string, int)[])[("1.0", 3), ("0.9", 2)])
            (await anna.Post("plenum/plugin-faults", new { plugin = "mark", version, entry = "load", message = $"broken in {version}", stack = "", times })).Accepted();
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);

        var page = await desk.Open("plugins");

        Assert.Matches("version 1\\.0[^<]*, <a href=\"#health\">[1-9][0-9]* faults?, [1-9][0-9]* in other versions</a>", page.Text);
        Assert.Contains("broken in 0.9", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_narrowed_to_a_group_at_the_page()
    {
        using var admin = Administration.Of(house.Server);
        var inside = await admin.Conference(new { groups = new[] { "board" } });
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("paged")));
        using var desk = await A_desk.SignedIn(house.Server, "admin", house.Server.AdminPassword);

        var saved = await desk.Press("plugins/reach", new() { ["plugin"] = "mark", ["whom"] = "everyone", ["conferences"] = "", ["groups"] = "Board" });
        var wrong = await desk.Press("plugins/reach", new() { ["plugin"] = "mark", ["whom"] = "everyone", ["groups"] = "<b>" });

        Assert.Contains("value=\"board\"", saved.Text, StringComparison.Ordinal);
        Assert.Contains("A group is 1 to 50 letters", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(["mark"], await Plugins($"/webapp2/conference/{inside.Alias}"));
        Assert.Empty(await Plugins());
    }

    [Fact]
    public async Task Can_be_stopped_at_once_with_every_choice_kept()
    {
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("switch")));
        await RollOut(new { conferences = new[] { "meet.open.1" } });
        await house.Admin.Send(HttpMethod.Post, "branding-plan/plugins-off");
        Assert.Empty(await Plugins("/webapp2/conference/meet.open.1"));
        var plan = await house.Admin.Send(HttpMethod.Post, "branding-plan/plugins-on");
        Assert.Equal("meet.open.1", (string)plan["rollout"]!["plugins"]!["mark"]!["conferences"]![0]!);
        Assert.Equal(["mark"], await Plugins("/webapp2/conference/meet.open.1"));
        Assert.Empty(await Plugins());
    }

    [Fact]
    public async Task Leaves_open_pages_alone_even_over_a_restart()
    {
        await house.Admin.Activate(await house.Admin.Id(Packages.Of("restarted")));
        await RollOut(new { conferences = new[] { "meet.open.1" } });
        var page = await house.Base();
        await house.Server.Restart();
        Assert.Empty(JsonNode.Parse(await house.Http.GetStringAsync(page + "custom_configuration/settings.json"))!["plugins"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"plugins": {"mark": {"roles": ["boss"]}}}""")]
    [InlineData("""{"plugins": {"mark": {"conferences": ["a b"]}}}""")]
    [InlineData("""{"plugins": {"mark": {"groups": ["a b"]}}}""")]
    [InlineData("""{"plugins": {"mark": {"groups": null}}}""")]
    [InlineData("""{"plugins": {"mark": null}}""")]
    [InlineData("""{"plugin": {}}""")]
    public async Task As_nobody_could_mean_it_is_refused(string body)
    {
        using var answer = await house.Admin.PutAsync("branding-plan/rollout", new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private Task<JsonNode> RollOut(object reach) => house.Admin.Send(HttpMethod.Put, "branding-plan/rollout", new { plugins = new Dictionary<string, object> { ["mark"] = reach } });

    private async Task<IEnumerable<string>> Plugins(string page = "/webapp2/") =>
        JsonNode.Parse(await house.Http.GetStringAsync(await house.Base(page) + "custom_configuration/settings.json"))!["plugins"]!.AsArray().Select(plugin => (string)plugin!["id"]!);
}
