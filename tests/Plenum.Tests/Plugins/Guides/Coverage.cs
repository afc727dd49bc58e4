using System.Reflection;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>Which sentences the tests of this assembly show.</summary>
internal static class Coverage
{
    /// <summary>What each named number is shown by.</summary>
    public static ILookup<string, SentenceAttribute> Shown { get; } = typeof(Coverage).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Select(method => method.GetCustomAttribute<SentenceAttribute>())
        .OfType<SentenceAttribute>()
        .SelectMany(test => test.Numbers.Select(number => (number, test)))
        .ToLookup(shown => shown.number, shown => shown.test);

    /// <summary>The figures of some of the pages in one line.</summary>
    public static string InShort(string pages, Func<Sentence, bool> which)
    {
        var numbers = Sentence.All.Where(which).SelectMany(sentence => sentence.Numbers.Select(number => (number, sentence))).ToList();
        int Of(SentenceKind kind) => numbers.Count(one => one.sentence.Kind == kind);
        var shown = numbers.Where(one => one.sentence.Kind is SentenceKind.Promise && Shown.Contains(one.number)).ToList();
        return $"{pages}: {numbers.Count} sentences, {Of(SentenceKind.Promise)} testable, {shown.Count} shown "
            + $"({shown.Count(one => one.sentence.Partly is not null)} of them in part), {Of(SentenceKind.Narration)} narration, "
            + $"{Of(SentenceKind.Absent)} about what is not here yet";
    }
}
