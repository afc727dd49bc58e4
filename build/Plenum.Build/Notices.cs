using System.Text;

namespace Plenum.Build;

/// <summary>The notices that licences ask to pass on: each component's own texts, or the standard text of its licence.</summary>
internal static class Notices
{
    public static IReadOnlyList<string> Unlicensed(IEnumerable<Component> components, string licences) =>
        [.. components.Where(component => component.Texts.Count == 0 && !File.Exists(Standard(component, licences))).Select(component => component.Name)];

    public static string Of(IEnumerable<Component> components, string licences)
    {
        var text = new StringBuilder("Plenum contains the following third-party software.\n");
        foreach (var component in components)
        {
            text.Append('\n').Append('=', 100).Append($"\n{component.Name} {component.Version}\n");
            foreach (var line in new[] { component.Licence, component.Copyright, component.Source })
                text.Append(line is null ? "" : line + "\n");
            text.Append('\n').Append(Terms(component, licences).Trim().ReplaceLineEndings("\n")).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Apache's text is long and the same for all: it is the release's own LICENSE.</summary>
    private static string Terms(Component component, string licences) => component switch
    {
        { Texts.Count: > 0 } => string.Join("\n\n", component.Texts.Select(File.ReadAllText)),
        { Licence: "Apache-2.0" } => "The licence is in the file LICENSE beside this one.",
        _ => File.ReadAllText(Standard(component, licences)),
    };

    private static string Standard(Component component, string licences) =>
        component.Licence == "Apache-2.0" ? Path.Combine(licences, "..", "..", "LICENSE") : Path.Combine(licences, $"{component.Licence}.txt");
}
