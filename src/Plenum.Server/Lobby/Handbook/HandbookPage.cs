namespace Plenum.Server.Lobby.Handbook;

/// <summary>One page of the documentation: where it is under <c>/docs/</c>, what it is called, and its text as HTML of our own making.</summary>
public sealed record HandbookPage(string Path, string Title, string Markup)
{
    /// <summary>The folder that it lies in; empty for the pages at the top.</summary>
    public string Chapter => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public string Address => HandbookDoors.Root + Path;
}
