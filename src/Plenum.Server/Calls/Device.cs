using System.Threading.Channels;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>A device that registered under an alias, for as long as it refreshes. It has one event stream at a time.</summary>
internal sealed class Device(string alias, TimeProvider time)
{
    private const int MostUntold = 64;
    private readonly Lock gate = new();
    private readonly Pulse pulse = new(1, Pulse.After(Pulse.Lifetime, time));
    private Channel<byte[]>? stream;

    public Guid Id { get; } = Guid.NewGuid();

    public string Alias => alias;

    public bool Overdue
    {
        get
        {
            lock (gate) return pulse.Overdue(time);
        }
    }

    public bool Accepts(int generation)
    {
        lock (gate) return pulse.Accepts(generation, time);
    }

    /// <summary>The next generation, or null where this one may not be refreshed any more.</summary>
    public int? Refresh(int generation)
    {
        lock (gate) return pulse.Refresh(generation, time);
    }

    /// <summary>A newer stream takes over from an older one.</summary>
    public ChannelReader<byte[]> Listen()
    {
        lock (gate)
        {
            stream?.Writer.TryComplete();
            stream = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostUntold) { FullMode = BoundedChannelFullMode.DropOldest });
            return stream.Reader;
        }
    }

    public void Tell(byte[] text)
    {
        lock (gate) stream?.Writer.TryWrite(text);
    }

    public void Close()
    {
        lock (gate) stream?.Writer.TryComplete();
    }
}
