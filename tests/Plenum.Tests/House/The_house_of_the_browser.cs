namespace Plenum.Tests.House;

public sealed class The_house_of_the_browser
{
    /// <summary>Where a rule does not hold, counted like seams, each with its reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["src/web/plugin-host/tests/rows.test.ts"] = "what the fixtures, plain JavaScript, leave behind for the test to look at",
    };

    [Fact]
    public void No_exception_outlives_its_need() => Assert.Empty(Exceptions.Keys.Except(
        Sources.Judged(".ts", ".svelte", ".razor").Where(file => WebRules.Anything(file).Concat(WebRules.RawMarkup(file)).Any()).Select(file => file.Path)));

    [Fact]
    public void No_type_is_any() => None(WebRules.Anything);

    [Fact]
    public void No_complaint_of_the_compiler_is_silenced() => None(WebRules.SilencedCompiler);

    [Fact]
    public void No_traffic_is_written_to_the_console() => None(WebRules.Chatter);

    [Fact]
    public void No_markup_is_written_unescaped() => None(WebRules.RawMarkup);

    [Fact]
    public void There_are_no_enums_and_no_default_exports() => None(WebRules.Foreign);

    [Theory]
    [InlineData("const x: any = 1;")]
    [InlineData("function f(a: any) {")]
    [InlineData("const x = y as any;")]
    [InlineData("let list: any[] = [];")]
    [InlineData("const m = new Map<string, any>();")]
    [InlineData("type F = () => any;")]
    [InlineData("type F = string | any")]
    public void A_type_that_is_any_is_found(string text) => Assert.Single(WebRules.Anything(Source(text)));

    [Theory]
    [InlineData("// Plugins pass: any, string or nothing.")]
    [InlineData(" * as any reader knows: any")]
    [InlineData("const label = 'any';")]
    [InlineData("const company: many = x;")]
    public void The_word_any_is_not_a_type(string text) => Assert.Empty(WebRules.Anything(Source(text)));

    [Theory]
    [InlineData("// @ts-ignore")]
    [InlineData("// @ts-expect-error later")]
    [InlineData("<!-- svelte-ignore a11y_autofocus -->")]
    public void A_silenced_complaint_is_found(string text) => Assert.Single(WebRules.SilencedCompiler(Source(text)));

    [Fact]
    public void A_complaint_that_is_silenced_for_a_reason_is_not() =>
        Assert.Empty(WebRules.SilencedCompiler(Source("<!-- svelte-ignore a11y_autofocus: the dialog was asked for -->")));

    [Fact]
    public void Something_written_to_the_console_is_found() => Assert.Single(WebRules.Chatter(Source("console.log(frame);")));

    [Theory]
    [InlineData("<p>{@html text}</p>")]
    [InlineData("@((MarkupString)text)")]
    public void Unescaped_markup_is_found(string text) => Assert.Single(WebRules.RawMarkup(Source(text)));

    [Theory]
    [InlineData("export default function f() {}")]
    [InlineData("export const enum Role { Host }")]
    [InlineData("enum Role { Host }")]
    public void An_enum_or_default_export_is_found(string text) => Assert.Single(WebRules.Foreign(Source(text)));

    private static void None(Func<SourceFile, IEnumerable<string>> rule) =>
        Assert.Empty(Sources.Judged(".ts", ".svelte", ".razor").Where(file => !Exceptions.ContainsKey(file.Path)).SelectMany(rule));

    private static SourceFile Source(string text) => new("src/web/connect/src/Sample.ts", text);
}
