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
        Section(page, "@pexip/infinity-api", versions, "Every function that the package exports, its validators on.", functions);
        Section(page, "@pexip/infinity", versions, "Clients without media, each in a process of its own.", people);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Section(
        StringBuilder page, string package, IReadOnlyDictionary<string, string> versions, string what, ImmutableArray<ClientCheck> checks)
    {
        page.Append($"## {package} {versions[package]}\n\n{what} {checks.Count(check => check.Passed)} of {checks.Length} checks pass.\n\n");
        foreach (var area in checks.GroupBy(check => check.Area))
        {
            page.Append($"### {area.Key}\n\n| function | what was checked | result |\n|---|---|---|\n");
            foreach (var row in area.GroupBy(check => check.Function))
                page.Append($"| {row.Key} | {string.Join("; ", row.Select(check => check.Name))} | {Verdict([.. row])} |\n");
            page.Append('\n');
        }
    }

    private static string Verdict(ImmutableArray<ClientCheck> checks) => checks.Where(check => !check.Passed).ToList() switch
    {
        [] => $"{checks.Length} of {checks.Length}",
        var others => $"{checks.Length - others.Count} of {checks.Length}, not: {string.Join("; ", others.Select(check => check.Name))}",
    };
}
