using System.Runtime.CompilerServices;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>A test that shows sentences of the guides. Their numbers stand in its name, so that a failed one says which they are.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SentenceAttribute : FactAttribute
{
    public SentenceAttribute(string numbers, [CallerMemberName] string test = "", [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Numbers = numbers.Split(' ');
        Test = test.Replace('_', ' ');
        DisplayName = $"{numbers}: {Test}";
    }

    public IReadOnlyList<string> Numbers { get; }

    /// <summary>What the test promises, in words.</summary>
    public string Test { get; }
}
