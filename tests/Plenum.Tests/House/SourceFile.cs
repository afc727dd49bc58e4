namespace Plenum.Tests.House;

/// <summary>One source: its path from the root, with slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public IEnumerable<string> Lines => Text.Split('\n');

    public override string ToString() => Path;
}
