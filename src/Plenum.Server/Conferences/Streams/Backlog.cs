namespace Plenum.Server.Conferences.Streams;

/// <summary>What a slow reader has still to be told. A newer text of the same key takes the place of the older one.</summary>
internal sealed class Backlog
{
    private readonly LinkedList<(byte[] Text, string? Key)> texts = [];
    private readonly Dictionary<string, LinkedListNode<(byte[] Text, string? Key)>> newest = [];

    public int Bytes { get; private set; }

    public bool Empty => texts.Count == 0;

    public void Add(byte[] text, string? key)
    {
        if (key is not null && newest.Remove(key, out var older))
        {
            Bytes -= older.Value.Text.Length;
            texts.Remove(older);
        }

        var node = texts.AddLast((text, key));
        if (key is not null) newest[key] = node;
        Bytes += text.Length;
    }

    public void MoveTo(List<byte[]> target)
    {
        foreach (var (text, _) in texts) target.Add(text);
        Clear();
    }

    public void Clear()
    {
        texts.Clear();
        newest.Clear();
        Bytes = 0;
    }
}
