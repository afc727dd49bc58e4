using System.Text;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>The pages docs/plugins/conformance.md and docs/ui-plugins/conformance.md: every sentence of the guides, and the test that shows it.</summary>
internal static class ConformancePage
{
    public static string OfTheGuides() => Written("""
        # The guides, sentence by sentence

        Every sentence of the two plugin API guides in our own words, with its number in each guide and the test that shows it.
        Most run in Chromium against the built server, with a host and a guest in the meeting; those about packages go through the pages of
        the administrators or the admin API. `PLENUM_WRITE_DOCS=1 ./test` writes this page; a test fails when it is stale, when a testable sentence has no test, or when a test names a number that
        is not here.
        """, "guides", sentence => !sentence.OfUiPlugins);

    public static string OfUiPlugins() => Written("""
        # The page about UI plugins, sentence by sentence

        Every sentence of the page that UI plugins come from, in our own words, with the test that shows it in Chromium against the built
        server. `PLENUM_WRITE_DOCS=1 ./test` writes this page.
        """, "UI plugins", sentence => sentence.OfUiPlugins);

    private static string Written(string intro, string pages, Func<Sentence, bool> which)
    {
        var page = new StringBuilder($"""
            {intro}

            {Coverage.InShort(pages, which)}.

            *narration* promises nothing of the app; *not here yet* is about what this server does not have.


            """);
        foreach (var section in Sentence.All.Where(which).GroupBy(sentence => sentence.Section))
        {
            page.Append($"## {section.Key}\n\n| number | sentence | shown by |\n|---|---|---|\n");
            foreach (var sentence in section) page.Append($"| {string.Join(", ", sentence.Numbers)} | {sentence.Says} | {By(sentence)} |\n");
            page.Append('\n');
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static string By(Sentence sentence) => sentence.Kind switch
    {
        SentenceKind.Narration => "*narration*",
        SentenceKind.Absent => "*not here yet*",
        _ => string.Join("; ", sentence.Numbers.SelectMany(number => Coverage.Shown[number]).Select(test => test.Test).Distinct().Order(StringComparer.Ordinal))
            + (sentence.Partly is null ? "" : $". In part: {sentence.Partly}"),
    };
}
