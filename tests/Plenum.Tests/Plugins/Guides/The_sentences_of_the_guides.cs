using System.Text.RegularExpressions;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

public sealed class The_sentences_of_the_guides(ITestOutputHelper output)
{
    private static IEnumerable<string> Testable => Sentence.All.Where(sentence => sentence.Kind is SentenceKind.Promise).SelectMany(sentence => sentence.Numbers);

    [Fact]
    public void That_promise_something_all_have_a_test()
    {
        foreach (var figures in (string[])[Coverage.InShort("guides", sentence => !sentence.OfUiPlugins), Coverage.InShort("UI plugins", sentence => sentence.OfUiPlugins)])
        {
            output.WriteLine(figures);
            TestContext.Current.SendDiagnosticMessage(figures);
        }

        Assert.Equal([], Testable.Where(number => !Coverage.Shown.Contains(number)));
    }

    [Fact]
    public void Are_all_that_tests_name()
    {
        Assert.Equal([], Coverage.Shown.Select(shown => shown.Key).Except(Testable));
    }

    [Theory]
    [InlineData("v22")]
    [InlineData("connect")]
    [InlineData("ui")]
    public void Are_numbered_in_their_order_without_a_gap(string guide)
    {
        var numbers = Sentence.All.SelectMany(sentence => sentence.Numbers).Where(number => Regex.IsMatch(number, $"^{guide}-\\d{{3}}$")).ToList();
        Assert.NotEmpty(numbers);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => $"{guide}-{number:000}"), numbers);
    }

    [Theory]
    [InlineData("plugins")]
    [InlineData("ui-plugins")]
    public async Task Stand_with_their_tests_on_the_page_of_conformance(string folder)
    {
        var page = Path.Combine(Repository.Root, "docs", folder, "conformance.md");
        var written = folder == "plugins" ? ConformancePage.OfTheGuides() : ConformancePage.OfUiPlugins();
        if (Environment.GetEnvironmentVariable("PLENUM_WRITE_DOCS") == "1") await File.WriteAllTextAsync(page, written);
        Assert.Equal(written, await File.ReadAllTextAsync(page));
    }
}
