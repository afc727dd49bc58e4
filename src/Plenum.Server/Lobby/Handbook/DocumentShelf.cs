using System.Collections.Frozen;

namespace Plenum.Server.Lobby.Handbook;

/// <summary>The documentation that came with this version, read once from the files beside the program.</summary>
public sealed class DocumentShelf
{
    private readonly FrozenDictionary<string, HandbookPage> _pages;

    private DocumentShelf(IReadOnlyList<HandbookPage> pages)
    {
        Pages = pages;
        _pages = pages.ToFrozenDictionary(page => page.Path);
    }

    /// <summary>Those at the top first, then chapter by chapter.</summary>
    public IReadOnlyList<HandbookPage> Pages { get; }

    public HandbookPage? Find(string path) => _pages.GetValueOrDefault(path);

    public static DocumentShelf Load() => Load(Path.Combine(AppContext.BaseDirectory, "docs"));

    public static DocumentShelf Load(string folder)
    {
        if (!Directory.Exists(folder)) return new DocumentShelf([]);
        var texts = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .ToDictionary(file => Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/'), File.ReadAllText);
        var known = texts.Keys.ToFrozenSet();
        return new DocumentShelf([.. texts.Select(text => DocumentText.Render(text.Key, text.Value, known))
            .OrderBy(page => page.Chapter, StringComparer.Ordinal).ThenBy(page => page.Path, StringComparer.Ordinal)]);
    }
}
