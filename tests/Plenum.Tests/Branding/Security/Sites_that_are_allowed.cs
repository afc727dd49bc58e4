using Plenum.Server.Branding.Security;

namespace Plenum.Tests.Branding.Security;

public sealed class Sites_that_are_allowed
{
    [Theory]
    [InlineData("https://api.example.org", "https://api.example.org")]
    [InlineData("  HTTPS://API.Example.ORG/ ", "https://api.example.org")]
    [InlineData("https://api.example.org:443", "https://api.example.org")]
    [InlineData("https://api.example.org:8443", "https://api.example.org:8443")]
    [InlineData("http://localhost:9000", "http://localhost:9000")]
    [InlineData("http://192.0.2.1", "http://192.0.2.1")]
    [InlineData("wss://live.example.org", "wss://live.example.org")]
    [InlineData("ws://live.example.org:80", "ws://live.example.org")]
    [InlineData("https://*.example.org", "https://*.example.org")]
    [InlineData("https://*.example.org:8443", "https://*.example.org:8443")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://*.例え.jp", "https://*.xn--r8jz45g.jp")]
    [InlineData("https://2026.example", "https://2026.example")]
    public void Have_one_spelling(string typed, string kept) => Assert.Equal(new SiteOrigin(kept, null), SiteOrigin.Of(typed));

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData("*", "no scheme")]
    [InlineData("api.example.org", "no scheme")]
    [InlineData("https:", "no scheme")]
    [InlineData("'self'", "a quote")]
    [InlineData("https://a.example; script-src *", "a semicolon")]
    [InlineData("https://a.example;script-src", "a semicolon")]
    [InlineData("https://a.example,https://b.example", "a comma")]
    [InlineData("https://a.example\nSet-Cookie: x=1", "a line break")]
    [InlineData("https://a.example\r\n", "a line break")]
    [InlineData("https://a.example\thttps://b.example", "a space")]
    [InlineData("https://a.example\u2028b", "a line break")]
    [InlineData("https://a.example\0", "a line break")]
    [InlineData("https:\\\\a.example", "a backslash")]
    [InlineData("https://a.example/path", "a path")]
    [InlineData("https://a.example//", "a path")]
    [InlineData("https://a.example?x", "a path")]
    [InlineData("https://a.example#x", "a path")]
    [InlineData("https://somebody@a.example", "a user name")]
    [InlineData("https://a.example:0", "port")]
    [InlineData("https://a.example:65536", "port")]
    [InlineData("https://a.example:*", "port")]
    [InlineData("https://a.example:", "port")]
    [InlineData("https://*", "a star")]
    [InlineData("https://a.*.example", "a star")]
    [InlineData("https://*a.example", "a star")]
    [InlineData("https://*.com", "most of the Internet")]
    [InlineData("https://*.192.0.2.1", "neither a name nor an address")]
    [InlineData("http://127.1", "neither a name nor an address")]
    [InlineData("http://0x7f.0.0.1", "neither a name nor an address")]
    [InlineData("http://192.0.2.256", "neither a name nor an address")]
    [InlineData("http://0x7f000001", "neither a name nor an address")]
    [InlineData("http://[::1]:8080", "IPv6")]
    [InlineData("https://", "no name")]
    [InlineData("https://a..example", "no name")]
    [InlineData("https://a.example.", "no name")]
    [InlineData("https://-a.example", "no name")]
    [InlineData("https://a_b.example", "no name")]
    [InlineData("https://a%2eexample", "no name")]
    [InlineData("javascript://a.example", "its scheme is javascript")]
    [InlineData("data://a.example", "its scheme is data")]
    [InlineData("blob:https://a.example", "its scheme is blob:https")]
    [InlineData("file:///etc/passwd", "its scheme is file")]
    public void Are_refused_with_the_reason_when_they_are_none(string? typed, string why) => Assert.Contains(why, SiteOrigin.Of(typed).Why, StringComparison.Ordinal);

    [Fact]
    public void Are_not_longer_than_a_name_can_be()
    {
        Assert.NotNull(SiteOrigin.Of($"https://{new string('a', 64)}.example").Why);
        Assert.NotNull(SiteOrigin.Of($"https://{string.Concat(Enumerable.Repeat("abcdefg.", 100))}example").Why);
    }

    [Theory]
    [InlineData("https://user:secret@a.example:8443/path?token=1#x", "https://a.example:8443")]
    [InlineData("https://A.example/", "https://a.example")]
    [InlineData("wss://a.example/x", "wss://a.example")]
    [InlineData("chrome-extension://abcdef/x.js", null)]
    [InlineData("data:text/plain,x", null)]
    [InlineData("inline", null)]
    [InlineData("", null)]
    public void Are_read_off_whole_addresses_without_what_is_nobody_s_business(string address, string? site) => Assert.Equal(site, SiteOrigin.OfAddress(address));

    [Theory]
    [InlineData("https://a.example", "https://a.example", true)]
    [InlineData("https://*.example.org", "https://a.example.org", true)]
    [InlineData("https://*.example.org", "https://a.b.example.org", true)]
    [InlineData("https://*.example.org", "https://example.org", false)]
    [InlineData("https://*.example.org", "https://badexample.org", false)]
    [InlineData("https://*.example.org", "http://a.example.org", false)]
    [InlineData("https://*.example.org", "https://a.example.org:8443", false)]
    public void Cover_others_by_a_star(string listed, string site, bool covered) => Assert.Equal(covered, SiteOrigin.Covers(listed, site));
}
