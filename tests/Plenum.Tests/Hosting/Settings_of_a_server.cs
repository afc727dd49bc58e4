using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Tests.Hosting;

public sealed class Settings_of_a_server
{
    [Fact]
    public void The_default_listens_on_this_machine_only() =>
        Assert.Equal("http://127.0.0.1:8080", Assert.Single(new ServerSettings().Addresses()).ToString());

    [Theory]
    [InlineData("ftp://127.0.0.1:1", "is not an address")]
    [InlineData("http://example.org:80", "HOST is an IP address")]
    [InlineData("http://127.0.0.1:1/path", "is not an address")]
    [InlineData(" ; ", "no address to listen on")]
    public void An_address_that_cannot_be_listened_on_is_refused_by_name(string urls, string reason) =>
        Assert.Contains(reason, Refusal(new() { ["Urls"] = urls }), StringComparison.Ordinal);

    [Fact]
    public void Plain_http_beyond_this_machine_is_refused_with_what_to_do() =>
        Assert.Contains("--allow-plain-http", Refusal(new() { ["Urls"] = "http://*:80" }), StringComparison.Ordinal);

    [Fact]
    public void Plain_http_beyond_this_machine_can_be_allowed() =>
        Assert.True(SettingsSources.Read(null, new Dictionary<string, string?> { ["Urls"] = "http://*:80", ["AllowPlainHttp"] = "true" }).AllowPlainHttp);

    [Fact]
    public void Https_without_a_certificate_is_refused() =>
        Assert.Contains("needs a certificate", Refusal(new() { ["Urls"] = "https://127.0.0.1:8443" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("Datta")]
    [InlineData("Limits:BodyByte")]
    [InlineData("Data:Deeper")]
    public void An_unknown_key_is_named(string key) =>
        Assert.Equal($"unknown configuration key: Plenum:{key}", Refusal(new() { [key] = "1" }));

    [Theory]
    [InlineData("Limits:BodyBytes", "many")]
    [InlineData("Limits:JsonDepth", "0")]
    [InlineData("Proxies", "proxy.example")]
    public void A_value_that_cannot_be_is_refused_with_its_key(string key, string value) =>
        Assert.Contains($"Plenum:{key}", Refusal(new() { [key] = value }), StringComparison.Ordinal);

    [Fact]
    public void A_list_can_be_written_with_commas() =>
        Assert.Equal(["10.0.0.1", "10.1.0.0/16"], SettingsSources.Read(null, new Dictionary<string, string?> { ["Proxies"] = "10.0.0.1, 10.1.0.0/16" }).Proxies);

    [Fact]
    public void A_part_of_a_section_leaves_its_other_defaults() =>
        Assert.Equal(32, SettingsSources.Read(null, new Dictionary<string, string?> { ["Limits:BodyBytes"] = "5" }).Limits.JsonDepth);

    private static string Refusal(Dictionary<string, string?> options) =>
        Assert.Throws<Refused>(() => SettingsSources.Read(null, options)).Message;
}
