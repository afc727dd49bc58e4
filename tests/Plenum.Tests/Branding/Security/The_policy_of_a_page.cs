using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Security;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Lobby;

namespace Plenum.Tests.Branding.Security;

public sealed class The_policy_of_a_page
{
    private static readonly PackagedPlugin A = new("a", "A", "1", "plugins/a/a.json", true), B = new("b", "B", "1", "plugins/b/b.json", false);

    [Fact]
    public void Is_open_as_long_as_one_plugin_is() => Assert.Equal((false, "b"), Told(Of(new() { Plugins = Plugins(("a", true, ["https://x.example"])) }, A, B)));

    [Fact]
    public void Is_closed_once_all_plugins_are()
    {
        var policy = Of(new() { Plugins = Plugins(("a", true, ["https://y.example", "https://x.example"]), ("b", true, ["https://x.example", "wss://live.example"])) }, A, B);
        Assert.Equal((true, ""), Told(policy));
        Assert.Equal(["https://x.example", "https://y.example", "wss://live.example"], policy.Origins);
    }

    [Fact]
    public void Is_not_widened_by_plugins_that_are_not_there() =>
        Assert.Empty(Of(new() { Plugins = Plugins(("a", true, []), ("gone", true, ["https://x.example"])) }, A).Origins);

    [Fact]
    public void Is_open_without_plugins_and_without_a_word() => Assert.Equal((false, ""), Told(Of(new())));

    [Fact]
    public void Is_closed_where_the_branding_is_whatever_its_plugins_are() =>
        Assert.Equal((true, ""), Told(Of(new() { Brandings = new Dictionary<string, BrandingPolicy> { ["own"] = new() { Closed = true } } }, A, B)));

    [Fact]
    public void Is_that_of_its_own_branding() =>
        Assert.Equal(PolicyMode.Enforced, Of(new() { Brandings = new Dictionary<string, BrandingPolicy> { ["other"] = new() { Closed = true, Mode = PolicyMode.Off } } }, A).Mode);

    [Fact]
    public void Names_own_site_and_lists_alone_where_it_is_closed()
    {
        var policy = Of(new() { Plugins = Plugins(("a", true, ["https://x.example", "wss://live.example"])) }, A);
        var written = new ContentSecurity(new PageSettings { ScriptSources = ["https://cdn.example"] }).Written(policy);
        var parts = written.Split("; ").ToDictionary(part => part.Split(' ')[0], part => part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        Assert.Equal("'self' https://x.example wss://live.example data: blob:", parts["connect-src"]);
        Assert.Equal("'self' https://x.example data: blob:", parts["img-src"]);
        Assert.Equal("'self' https://x.example data: blob:", parts["frame-src"]);
        Assert.Equal("'self' https://x.example 'unsafe-inline' data: blob:", parts["style-src"]);
        Assert.Equal("'self' https://cdn.example", parts["script-src-elem"]);
        Assert.Equal("'self' https://cdn.example", parts["script-src"]);
        Assert.Equal("'self' https://x.example", parts["form-action"]);
        Assert.DoesNotContain('*', written);
    }

    [Fact]
    public void Lets_scripts_in_from_their_own_lists_alone_however_open_it_is()
    {
        var rules = new ContentRules { Plugins = new Dictionary<string, PluginAllowance> { ["a"] = new() { Origins = ["https://x.example"], Scripts = ["https://scripts.example"] } } };
        var written = new ContentSecurity(new PageSettings()).Written(Of(rules, A));
        Assert.Contains("script-src 'self' https://scripts.example 'unsafe-eval'; script-src-elem 'self' https://scripts.example;", written, StringComparison.Ordinal);
        Assert.Contains("connect-src * data: blob:", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Lets_code_be_built_from_text_while_it_is_open_and_once_closed_only_for_a_plugin_that_may()
    {
        var rules = new ContentRules { Plugins = Plugins(("a", true, []), ("b", true, [])) };
        Assert.True(Of(new(), A).BuildsCode);
        Assert.False(Of(new()).BuildsCode);
        Assert.False(Of(rules, A, B).BuildsCode);
        Assert.True(Of(rules.Allowing("b", "eval", true), A, B).BuildsCode);
        Assert.False(Of(rules.Allowing("b", "eval", true), A).BuildsCode);
        Assert.Empty(rules.Allowing("b", "eval", true).For("b").Scripts);
    }

    [Fact]
    public void Grows_by_one_site_at_a_time_and_never_twice()
    {
        var rules = new ContentRules().Allowing("a", "https://x.example", false).Allowing("a", "https://x.example", false).Allowing("a", "https://x.example", true);
        Assert.Equal((1, 1, false), (rules.For("a").Origins.Count, rules.For("a").Scripts.Count, rules.For("a").Closed));
    }

    [Fact]
    public void Is_there_in_plans_from_before_there_was_one()
    {
        var plan = System.Text.Json.JsonSerializer.Deserialize("""{"active": "default", "rules": [], "rollout": {"allOff": true, "plugins": {}}}""", Plenum.Server.Branding.Store.ShelfJson.Default.BrandingPlan)!;
        Assert.Equal((PolicyMode.Enforced, false, 0), (plan.Security.Of("default").Mode, plan.Signing.Required, plan.Signing.Keys.Count));
        Assert.Equal((false, ""), Told(Of(plan.Security)));
        Assert.True(plan.Rollout.AllOff);
    }

    private static PagePolicy Of(ContentRules rules, params PackagedPlugin[] shown) => PagePolicy.Of(rules, "own", shown);

    private static (bool Closed, string OpenFor) Told(PagePolicy policy) => (policy.Closed, string.Join(' ', policy.OpenFor));

    private static Dictionary<string, PluginAllowance> Plugins(params (string Id, bool Closed, string[] Origins)[] plugins) =>
        plugins.ToDictionary(plugin => plugin.Id, plugin => new PluginAllowance { Closed = plugin.Closed, Origins = plugin.Origins });
}
