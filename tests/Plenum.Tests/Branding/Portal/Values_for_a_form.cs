using Plenum.Server.Branding.Forms;

namespace Plenum.Tests.Branding.Portal;

public sealed class Values_for_a_form
{
    private static readonly SettingsSchema Schema = A_phone_book.Read().Schema;

    [Fact]
    public void Are_taken_where_all_fit() => Assert.Empty(Judge(
        """
        {"title": "Räume 🏠", "server": "https://example.org/a?b", "owner": "a@b.org", "tint": "#ABC", "code": "AB12", "most": 50, "ratio": 0.5, "loud": false, "order": "number",
         "words": ["one", "two"], "days": ["Mo"], "entries": [{"name": "Anna", "address": "a@b", "protocol": "rtmp"}, {"name": "B", "address": "b"}], "token": "abcd"}
        """));

    [Theory]
    [InlineData("\"title\": \"x\"", "title", "at least 2")]
    [InlineData("\"title\": \"\"", "title", "Fill this in")]
    [InlineData("\"title\": \"123456789012345678901\"", "title", "at most 20 characters; it has 21")]
    [InlineData("\"title\": 5", "title", "a text")]
    [InlineData("\"title\": \"\\ud800x\"", "title", "a text")]
    [InlineData("\"server\": \"example.org\"", "server", "whole address")]
    [InlineData("\"server\": \"javascript:alert(1)\"", "server", "whole address")]
    [InlineData("\"server\": \"data:text/html,x\"", "server", "whole address")]
    [InlineData("\"server\": \"https://a b\"", "server", "whole address")]
    [InlineData("\"owner\": \"anna\"", "owner", "mail address")]
    [InlineData("\"owner\": \"Anna <a@b.org>\"", "owner", "mail address")]
    [InlineData("\"tint\": \"red\"", "tint", "a colour")]
    [InlineData("\"tint\": \"#12345\"", "tint", "a colour")]
    [InlineData("\"code\": \"ab1\"", "code", "pattern is ^[A-Z]{2}[0-9]+$")]
    [InlineData("\"most\": 0", "most", "at least 1")]
    [InlineData("\"most\": 51", "most", "at most 50")]
    [InlineData("\"most\": 2.5", "most", "whole number")]
    [InlineData("\"most\": \"2\"", "most", "whole number")]
    [InlineData("\"most\": 1e300", "most", "whole number")]
    [InlineData("\"ratio\": 0.4", "ratio", "at least 0.5")]
    [InlineData("\"ratio\": 1e999", "ratio", "a number")]
    [InlineData("\"loud\": \"yes\"", "loud", "true or false")]
    [InlineData("\"order\": \"size\"", "order", "Choose one of name, number")]
    [InlineData("\"words\": \"one\"", "words", "a list")]
    [InlineData("\"words\": [\"a\", \"b\", \"c\", \"d\"]", "words", "may be 3; there are 4")]
    [InlineData("\"words\": [\"a\", \"toolong\"]", "words[1]", "at most 5")]
    [InlineData("\"days\": [\"We\"]", "days[0]", "Choose one of Mo, Tu")]
    [InlineData("\"entries\": [{\"name\": \"A\"}]", "entries[0].address", "Fill this in")]
    [InlineData("\"entries\": [{\"name\": \"A\", \"address\": \"b\"}, {\"name\": \"\", \"address\": \"a b\"}]", "entries[1].address", "pattern")]
    [InlineData("\"entries\": [5]", "entries[0]", "an object")]
    [InlineData("\"entries\": [{\"name\": \"A\", \"address\": \"b\", \"colour\": 1}]", "entries[0].colour", "no such setting")]
    [InlineData("\"__proto__\": 1", "__proto__", "no such setting")]
    [InlineData("\"token\": \"abc\"", "token", "at least 4")]
    public void Are_refused_at_their_place(string value, string path, string reason)
    {
        var json = value.StartsWith("\"server\"", StringComparison.Ordinal) ? $"{{{value}}}" : $"{{\"server\": \"https://a.b\", {value}}}";
        Assert.Contains(Judge(json), mistake => mistake.Path == path && mistake.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Are_told_all_of_their_mistakes_at_once() => Assert.Equal(
        ["code", "most", "server", "title"], Judge("""{"title": "x", "code": "1", "most": 99}""").Select(mistake => mistake.Path).Order());

    [Fact]
    public void May_leave_out_what_has_a_default_and_what_nobody_needs() => Assert.Empty(Judge("""{"server": "https://a.b"}"""));

    [Fact]
    public void May_be_empty_where_nobody_needs_them() => Assert.Empty(Judge("""{"server": "https://a.b", "owner": "", "code": "", "words": [], "entries": []}"""));

    [Fact]
    public void Go_into_a_package_with_what_counts_where_nothing_is_set() => Assert.Equal(
        """{"title":"Rooms","server":"https://a.b","tint":"#0a6b5a","most":3,"loud":true,"order":"name","entries":[{"name":"A","address":"b","protocol":"sip"}]}""",
        Schema.Filled(A_phone_book.Values("""{"most": 3, "server": "https://a.b", "entries": [{"name": "A", "address": "b"}]}""")).ToJsonString());

    [Fact]
    public void Never_go_into_a_package_when_they_are_secret() =>
        Assert.DoesNotContain("hush", Schema.Filled(A_phone_book.Values("""{"server": "https://a.b", "token": "hush!"}""")).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void That_are_secret_and_needed_need_not_be_sent_again()
    {
        var schema = A_phone_book.Read("""{"required": ["pin"], "properties": {"pin": {"type": "string", "writeOnly": true}}}""").Schema;
        Assert.Single(schema.Judge(A_phone_book.Values("{}"), new HashSet<string>()));
        Assert.Empty(schema.Judge(A_phone_book.Values("{}"), new HashSet<string> { "pin" }));
        Assert.Single(schema.Judge(A_phone_book.Values("""{"pin": ""}"""), new HashSet<string> { "pin" }));
    }

    private static IReadOnlyList<Mistake> Judge(string json) => Schema.Judge(A_phone_book.Values(json), new HashSet<string>());
}
