namespace Plenum.Contracts.Scripts;

/// <summary>
/// One run for a script host: a piece of source, what stacks call it (such as <c>listeners/sample</c>), and what it is called
/// with. JSON is text here, which neither side takes apart for the other.
/// </summary>
/// <param name="Name">What stacks call the source.</param>
/// <param name="Source">The script.</param>
/// <param name="Kind">How it is to be read.</param>
/// <param name="Parameters">Names of the arguments, where the source is a body.</param>
/// <param name="Arguments">A JSON array.</param>
/// <param name="Context">A JSON object with what <c>sys.context</c> answers.</param>
/// <param name="Reply">The second argument is a plugin's answer: without <c>data</c> of its own it is also its own <c>data</c>, as newer scripts read it.</param>
public sealed record Assignment(
    string Name, string Source, SourceKind Kind = SourceKind.Body, IReadOnlyList<string>? Parameters = null, string Arguments = "[]", string Context = "{}", bool Reply = false);

/// <summary>How a source is to be read.</summary>
public enum SourceKind
{
    /// <summary>Statements with parameters.</summary>
    Body,

    /// <summary>The text of one function, as a script once handed it over.</summary>
    Function,
}
