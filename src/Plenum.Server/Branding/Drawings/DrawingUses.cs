namespace Plenum.Server.Branding.Drawings;

/// <summary>Which parts of a picture repeat which others: a few lines that repeat each other can draw a billion times.</summary>
internal sealed class DrawingUses
{
    private const int MostDrawn = 50_000;
    private const int Deepest = 16;

    private readonly Stack<(string Name, string? Id, int Depth)> _open = [];
    private readonly Dictionary<string, List<string>> _uses = [];
    private readonly Dictionary<string, long> _drawn = [];

    public bool InStyle => _open.TryPeek(out var inner) && inner.Name == "style";

    public void Enter(string name, string? id, int depth)
    {
        _open.Push((name, id, depth));
        if (id is not null) _uses.TryAdd(id, []);
    }

    public void Leave(int depth)
    {
        while (_open.TryPeek(out var inner) && inner.Depth >= depth) _open.Pop();
    }

    /// <summary>Everything around the place uses what is named there.</summary>
    public void Use(string href)
    {
        foreach (var (_, id, _) in _open) if (id is not null) _uses[id].Add(href[1..]);
        _uses.TryAdd("", []);
        _uses[""].Add(href[1..]);
    }

    public string? Wrong
    {
        get
        {
            foreach (var id in _uses.Keys)
                if (Drawn(id, 0) is var times && (times < 0 || times > MostDrawn))
                    return times < 0 ? "Parts of the picture repeat each other in a circle; save it without <use>." : "The picture repeats its parts without measure; save it without <use>.";
            return null;
        }
    }

    /// <summary>How much is drawn for a part; below zero when it never ends.</summary>
    private long Drawn(string id, int depth)
    {
        if (_drawn.TryGetValue(id, out var known)) return known;
        if (depth > Deepest) return -1;
        var sum = 1L;
        foreach (var used in _uses.GetValueOrDefault(id) ?? [])
        {
            var times = Drawn(used, depth + 1);
            if (times < 0) return -1;
            sum = Math.Min(sum + times, (long)MostDrawn * 2);
        }
        return _drawn[id] = sum;
    }
}
