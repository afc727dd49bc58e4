using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Plenum.Server.Hosting;

namespace Plenum.Tests.House;

public sealed class The_house
{
    /// <summary>Interfaces with an I and a single implementation of ours: seams are counted, each with its reason.</summary>
    private static readonly Dictionary<string, string> Seams = new()
    {
        ["ILegs"] = "lines that the conference called; the demo's peers hold them until media does",
        ["ILine"] = "what a dialer may say to a conference, and nothing more of it",
        ["IMedia"] = "sound and pictures are carried by a process of their own; without one, NoMedia says so",
        ["IEventSink"] = "frames are written without knowing of pipes, so that their text can be read by itself",
        ["ITicketOffice"] = "streams hand out tickets without knowing the key that tokens are signed with",
    };

    private static readonly Assembly Server = typeof(Refused).Assembly;

    [Fact]
    public void Every_source_is_shorter_than_300_lines() => None(Sources.Files(".cs", ".ts", ".svelte", ".razor", ".css").Select(TextRules.TooLong));

    [Fact]
    public void No_type_has_a_vague_name() => None(Sources.Judged(".cs", ".ts", ".svelte", ".razor").SelectMany(NamingRules.VagueNames));

    [Fact]
    public void No_file_of_the_pages_has_a_vague_name() => None(Sources.Judged(".ts", ".svelte", ".razor", ".css").Select(NamingRules.VagueFile));

    [Fact]
    public void Every_class_of_the_server_that_nobody_inherits_is_sealed()
    {
        var types = Server.GetTypes();
        None(types.Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false }
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            && type.Name[0] != '<'
            && type != Server.EntryPoint?.DeclaringType
            // What Razor writes for a page cannot be sealed.
            && !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type)
            && type.Name != "_Imports"
            && !types.Any(other => other.BaseType == type)).Select(type => type.FullName));
    }

    [Fact]
    public void Every_class_elsewhere_that_nobody_inherits_is_sealed()
    {
        var sources = Sources.Judged(".cs").ToList();
        var everything = string.Join('\n', sources.Select(file => file.Text));
        None(sources.SelectMany(file => NamingRules.Unsealed(file, everything)));
    }

    [Fact]
    public void Namespaces_match_folders()
    {
        var projects = Sources.Files(".csproj").Select(project => Path.GetDirectoryName(project.Path)!).ToList();
        None(Sources.Files(".cs").Select(file =>
            projects.Where(project => file.Path.StartsWith(project + "/", StringComparison.Ordinal)).MaxBy(project => project.Length) is { } project
                ? NamingRules.WrongNamespace(file, project)
                : null));
    }

    [Fact]
    public void Nothing_is_left_for_later() => None(Sources.Judged(".cs", ".ts", ".svelte", ".razor", ".css", ".sql").SelectMany(TextRules.Unfinished));

    [Fact]
    public void No_source_needs_regions() => None(Sources.Judged(".cs").SelectMany(TextRules.Regions));

    [Fact]
    public void No_code_is_commented_out() => None(Sources.Judged(".cs", ".ts", ".svelte", ".razor").SelectMany(TextRules.CommentedOut));

    [Fact]
    public void No_fault_is_swallowed() => None(Sources.Judged(".cs", ".ts", ".svelte", ".razor").Select(TextRules.SwallowedFault));

    [Fact]
    public void No_interface_exists_for_a_single_implementation() => None(Server.GetTypes()
        .Where(type => type.IsInterface && Regex.IsMatch(type.Name, "^I[A-Z]") && !Seams.ContainsKey(type.Name))
        .Where(seam => Server.GetTypes().Count(type => type is { IsClass: true, IsAbstract: false } && seam.IsAssignableFrom(type)) < 2)
        .Select(seam => seam.FullName));

    [Fact]
    public void Every_package_is_accounted_for_in_a_decision()
    {
        var decisions = string.Concat(Sources.Files(".md").Where(file => file.Path.StartsWith("docs/decisions/", StringComparison.Ordinal)).Select(file => file.Text));
        var packages = Regex.Matches(Sources.Text("Directory.Packages.props"), "PackageVersion Include=\"([^\"]+)\"").Select(found => found.Groups[1].Value);
        None(packages.Where(package => !Regex.IsMatch(decisions, $@"(?<![\w.]){Regex.Escape(package)}(?![\w]|\.\w)")));
    }

    [Fact]
    public void The_README_stays_under_150_lines() => Assert.True(Sources.Text("README.md").Split('\n').Length < 150);

    private static void None(IEnumerable<string?> complaints) => Assert.Empty(complaints.OfType<string>());
}
