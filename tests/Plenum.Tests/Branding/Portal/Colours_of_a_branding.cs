using System.Text;
using System.Text.RegularExpressions;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Management.Pages.Portal;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Portal;

public sealed partial class Colours_of_a_branding
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "web", "connect", "src");

    [Fact]
    public void Begin_as_the_app_has_them()
    {
        var tokens = File.ReadAllText(Path.Combine(Web, "styles", "tokens.css"));
        var own = Token().Matches(tokens[..tokens.IndexOf("data-theme", StringComparison.Ordinal)]).ToDictionary(line => line.Groups[1].Value, line => (line.Groups[2].Value, line.Groups[3].Value));
        foreach (var colour in AppColours.All) Assert.Equal(own[colour.Name], (colour.Light, colour.Dark));
    }

    [Fact]
    public void Stand_beside_words_that_the_app_has()
    {
        var words = File.ReadAllText(Path.Combine(Web, "words", "en", "joining.ts"));
        foreach (var (place, _) in WordsPage.Usual) Assert.Contains($"  {place.Split('.')[1]}: '", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0a6b5a", "#ffffff", 6.43)]
    [InlineData("#123456", "#123456", 1)]
    public void Have_the_contrast_that_WCAG_counts(string one, string other, double ratio)
    {
        Assert.Equal(ratio, Contrast.Ratio(one, other), 2);
        Assert.Equal(Contrast.Ratio(one, other), Contrast.Ratio(other, one));
    }

    [Fact]
    public void Can_be_read_as_the_app_has_them() => Assert.Empty(Contrast.Of(new Dictionary<string, Shade>()));

    [Fact]
    public void Are_warned_of_in_the_light_that_they_cannot_be_read_in()
    {
        var warning = Assert.Single(Contrast.Of(new Dictionary<string, Shade> { ["on-accent"] = new("#7fc7b9", null) }));
        Assert.Equal(("on-accent", "accent", false), (warning.Pair.Over, warning.Pair.Under, warning.Dark));
        Assert.Equal("Writing on buttons on buttons and links (light): 3.3 to 1, and 4.5 is needed to be read well (WCAG AA).", warning.Message);
    }

    [Theory]
    [InlineData("#ABC", "#aabbcc")]
    [InlineData(" #0A6B5A ", "#0a6b5a")]
    [InlineData("red", null)]
    [InlineData("#12345", null)]
    [InlineData("#12345678", null)]
    [InlineData("#0a6b5a;}", null)]
    public void Are_read_as_six_digits_or_not_at_all(string text, string? colour) => Assert.Equal(colour, AppColours.Read(text));

    [Theory]
    [InlineData("Example Corp")]
    [InlineData("Träger & Söhne")]
    [InlineData("it's \\ \"quoted\"; } :root { --pl-text: red")]
    [InlineData("</style><script>")]
    [InlineData("url(x) 🏠")]
    public void Come_back_out_of_the_style_sheet_that_they_went_into(string name)
    {
        var colours = new Dictionary<string, Shade> { ["accent"] = new("#7a1fa2", "#e1a6ff"), ["ground"] = new(null, "#101010") };
        var sheet = PortalStyle.Of(name, colours, "images/portal-logo.svg")!;
        var text = Encoding.UTF8.GetString(sheet);
        Assert.Equal(1, text.Count(letter => letter == '{'));
        Assert.Contains("--pl-accent: light-dark(#7a1fa2, #e1a6ff);", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        var read = PortalStyle.Read(sheet, "images/portal-logo.svg")!.Value;
        Assert.Equal(name, read.BrandName);
        Assert.Equal(colours, read.Colours);
    }

    [Fact]
    public void Need_no_style_sheet_when_nothing_was_chosen() => Assert.Null(PortalStyle.Of("", new Dictionary<string, Shade> { ["accent"] = new(null, null) }, null));

    [Fact]
    public void Are_not_taken_from_a_style_sheet_that_somebody_changed_by_hand() =>
        Assert.Null(PortalStyle.Read([.. PortalStyle.Of("X", new Dictionary<string, Shade>(), null)!, .. "body { display: none }"u8], null));

    [GeneratedRegex(@"^  --pl-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);$", RegexOptions.Multiline)]
    private static partial Regex Token();
}
