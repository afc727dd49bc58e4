using System.Text.RegularExpressions;

namespace Plenum.Tests.House;

/// <summary>What types may be called, and where they may live.</summary>
internal static partial class NamingRules
{
    private static readonly string[] Vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl", "Info", "Data", "Base", "Service", "Services"];

    /// <summary>Words of the wire keep the wire's names: <c>service_type</c>.</summary>
    private static readonly string[] OfTheWire = ["ServiceType", "ServiceTypes"];

    /// <summary>Types of a source whose name says machine instead of meeting.</summary>
    public static IEnumerable<string> VagueNames(SourceFile file) => Declared(file)
        .Where(name => !OfTheWire.Contains(name) && Words().Matches(name).Any(word => Vague.Contains(word.Value)))
        .Select(name => $"{file.Path}: {name}");

    /// <summary>A component, page or module is called after its file, so that counts as a name too.</summary>
    public static string? VagueFile(SourceFile file) =>
        Words().Matches(Capitals().Replace(Path.GetFileNameWithoutExtension(file.Path), found => found.Value.ToUpperInvariant()))
            .Any(word => Vague.Contains(word.Value)) ? file.Path : null;

    /// <summary>The namespace that a source should have and has not.</summary>
    public static string? WrongNamespace(SourceFile file, string projectFolder)
    {
        if (Namespace().Match(file.Text) is not { Success: true } found)
            return null;
        var project = projectFolder.Split('/')[^1];
        var folder = Path.GetDirectoryName(Path.GetRelativePath(projectFolder, file.Path))!;
        var wanted = folder.Length == 0 ? project : $"{project}.{folder.Replace('/', '.')}";
        return found.Groups[1].Value == wanted ? null : $"{file.Path}: {found.Groups[1].Value}, wanted {wanted}";
    }

    /// <summary>Classes and records that could be inherited from, although nobody does.</summary>
    public static IEnumerable<string> Unsealed(SourceFile file, string everything) => Class().Matches(file.Text)
        .Select(found => found.Groups[1].Value)
        .Where(name => !Regex.IsMatch(everything, $@"(class|record)[^;{{]*?:\s*([\w<>.]+,\s*)*{name}\b", RegexOptions.None, TimeSpan.FromSeconds(5)))
        .Select(name => $"{file.Path}: {name}");

    private static IEnumerable<string> Declared(SourceFile file) => Type().Matches(file.Text).Select(found => found.Groups[1].Value);

    [GeneratedRegex(@"^\s*(?:(?:export|public|internal|private|protected|file|sealed|static|abstract|partial|readonly|default)\s+)*(?:class|record struct|record|struct|interface|enum|type)\s+([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|partial)\s+)*(?:class|record(?!\s+struct))\s+([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"[A-Z][a-z0-9]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b[a-z]|(?<=_)[a-z]")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^namespace\s+([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
