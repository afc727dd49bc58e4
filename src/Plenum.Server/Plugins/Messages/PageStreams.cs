using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Plenum.Server.Plugins.Messages;

/// <summary>The open event streams of pages of other apps, on this node. A page has one: the newest.</summary>
internal sealed class PageStreams
{
    private readonly ConcurrentDictionary<string, PageStream> open = [];

    public PageStream Open(string tab)
    {
        var stream = new PageStream();
        open.AddOrUpdate(tab, stream, (_, before) =>
        {
            before.End();
            return stream;
        });
        return stream;
    }

    public void Close(string tab, PageStream stream)
    {
        stream.End();
        open.TryRemove(KeyValuePair.Create(tab, stream));
    }

    public void Push(string tab, byte[] frame)
    {
        if (open.TryGetValue(tab, out var stream)) stream.Push(frame);
    }
}

/// <summary>What waits to be written to one page. One that falls behind is ended: it comes back and asks for what it missed.</summary>
internal sealed class PageStream
{
    private const int Longest = 500;
    private readonly Channel<byte[]> frames = Channel.CreateBounded<byte[]>(Longest);

    public ChannelReader<byte[]> Frames => frames.Reader;

    public void Push(byte[] frame)
    {
        if (!frames.Writer.TryWrite(frame)) End();
    }

    public void End() => frames.Writer.TryComplete();
}
