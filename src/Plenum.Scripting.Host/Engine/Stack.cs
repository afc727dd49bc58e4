using System.Text.RegularExpressions;
using Plenum.Contracts.Scripts;

namespace Plenum.Scripting.Host.Engine;

/// <summary>Where a script failed, as its author would look for it: without the places that are ours.</summary>
internal static partial class Stack
{
    public const string Prelude = "plenum:sys";

    private const int Longest = 4000;

    public static ScriptError AsAuthorsRead(ScriptError error)
    {
        var stack = string.Join('\n', error.Stack.Split('\n').Where(frame => !frame.Contains(Prelude, StringComparison.Ordinal) && Place().IsMatch(frame)));
        var line = Place().Match(stack) is { Success: true } place ? int.Parse(place.Groups["line"].Value)
            : error.Message.StartsWith("SyntaxError", StringComparison.Ordinal) ? error.Line
            : 0;
        return error with { Stack = Cut(stack), Line = line, Message = Cut(error.Message) };
    }

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;

    [GeneratedRegex(@":(?<line>\d{1,8}):\d{1,8}$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
