using System.Text.RegularExpressions;

namespace Plenum.Server.Hosting.Settings;

/// <summary>What pages may be mixed with: who may show them in a frame, from where else the app may load scripts, and
/// whose meetings it joins.</summary>
public sealed partial record PageSettings
{
    /// <summary>Sites that may show our pages in a frame, as in a content security policy; with none listed, our own alone.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>Sites besides our own that the app may load scripts from.</summary>
    public IReadOnlyList<string> ScriptSources { get; init; } = [];

    /// <summary>The server whose meetings the app joins where a link names none, as an origin; null for this one.</summary>
    public string? Node { get; init; }

    /// <summary>The first entry that is no site, with its setting; null when all are.</summary>
    internal string? Wrong() =>
        FrameAncestors.Where(source => source is not ("'self'" or "'none'" or "*") && !Site().IsMatch(source)).Select(source => $"FrameAncestors has '{source}'")
            .Concat(ScriptSources.Where(source => !Site().IsMatch(source)).Select(source => $"ScriptSources has '{source}'"))
            .Concat(Node is { } node && (node.Contains('*', StringComparison.Ordinal) || !Site().IsMatch(node)) ? [$"Node is '{node}'"] : [])
            .FirstOrDefault();

    /// <summary>An origin, whose first label may be a star.</summary>
    [GeneratedRegex(@"^https?://(\*\.)?[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:\d{1,5})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Site();
}
