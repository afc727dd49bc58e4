namespace Plenum.Bench.Wire;

/// <summary>What wants to know of a stream. Called on the loop's thread: it must not block, and it must not throw.</summary>
internal abstract class EventListener
{
    public virtual void Started(EventStream stream)
    {
    }

    public abstract void Event(EventStream stream, ReadOnlySpan<byte> text);

    public virtual void Ended(EventStream stream)
    {
    }
}
