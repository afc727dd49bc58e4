using System.Collections.Immutable;
using System.Text;

namespace Plenum.Tests.Clients;

/// <summary>The page docs/compatibility.md: what the official clients did on this server. Only what runs found stands in it.</summary>
public static class CompatibilityPage
{
    private const string Preface = """
        # Compatibility

        This page is generated from runs of today's official npm clients, unmodified, against the built server.
        `PLENUM_WRITE_DOCS=1 ./test` writes it; a test fails when it is not what the runs found.


        """;

    public static string Of(
        IReadOnlyDictionary<string, string> versions, ImmutableArray<ClientCheck> functions, ImmutableArray<ClientCheck> people)
    {
        var page = new StringBuilder(Preface);
        Head(page, "@pexip/infinity-api", versions, "Every function that the package exports, its validators on.", functions);
        foreach (var area in functions.GroupBy(check => check.Area))
            Functions(page, area);

        Head(page, "@pexip/infinity", versions, "Clients without media, each in a process of its own.", people);
        foreach (var area in people.GroupBy(check => check.Area))
            Scenes(page, area);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Head(
        StringBuilder page, string package, IReadOnlyDictionary<string, string> versions, string what, ImmutableArray<ClientCheck> checks) =>
        page.Append($"## {package} {versions[package]}\n\n{what} {checks.Count(check => check.Passed)} of {checks.Length} checks pass.\n\n");

    private static void Functions(StringBuilder page, IGrouping<string, ClientCheck> area)
    {
        page.Append($"### {area.Key}\n\n| function | what was checked | result |\n|---|---|---|\n");
        foreach (var row in area.GroupBy(check => check.Function))
            page.Append($"| {row.Key} | {string.Join("; ", row.Select(check => check.Name))} | {Verdict([.. row])} |\n");
        page.Append('\n');
    }

    private static void Scenes(StringBuilder page, IGrouping<string, ClientCheck> area)
    {
        page.Append($"### {area.Key}\n\n| what was checked | result |\n|---|---|\n");
        foreach (var check in area)
            page.Append($"| {check.Name} | {check.Outcome} |\n");
        page.Append('\n');
    }

    private static string Verdict(ImmutableArray<ClientCheck> checks) => checks.Where(check => !check.Passed).ToList() switch
    {
        [] => $"{checks.Length} of {checks.Length}",
        var others => $"{checks.Length - others.Count} of {checks.Length}, not: {string.Join("; ", others.Select(check => check.Name))}",
    };
}
