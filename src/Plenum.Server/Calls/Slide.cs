using System.Collections.Immutable;
using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>One still picture of a presentation, as its presenter sent it.</summary>
internal sealed record Slide(RoomId Room, ParticipantId Presenter, byte[] Jpeg)
{
    /// <summary>What the event stream calls it.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");
}

/// <summary>
/// The latest slide of each room of one conference on this node. It is ephemeral: never in the log, and gone with the floor
/// of whoever sent it. The mailbox changes it; any thread may read it, since it is replaced whole.
/// </summary>
internal sealed class Slides
{
    private const int MostArriving = 4;
    private volatile ImmutableDictionary<RoomId, Slide> latest = ImmutableDictionary<RoomId, Slide>.Empty;
    private int arriving;

    public IEnumerable<Slide> All => latest.Values;

    public Slide? In(RoomId room) => latest.GetValueOrDefault(room);

    public void Put(Slide slide) => latest = latest.SetItem(slide.Room, slide);

    /// <summary>After every step: whoever presents no longer has no slide.</summary>
    public void Keep(Conference conference)
    {
        foreach (var slide in latest.Values.Where(slide => conference.Rooms.GetValueOrDefault(slide.Room)?.Presenter != slide.Presenter))
        {
            latest = latest.Remove(slide.Room);
        }
    }

    /// <summary>A place for one upload; false while so many are under way that they would fill the memory.</summary>
    public bool Expect()
    {
        if (Interlocked.Increment(ref arriving) <= MostArriving) return true;
        Arrived();
        return false;
    }

    public void Arrived() => Interlocked.Decrement(ref arriving);
}
