namespace Plenum.Server.Participants;

/// <summary>
/// One participant's sign of life on this node, and which generations of its token count. Refreshing gives the same
/// successor until that one is first used, so a lost answer evicts nobody; the generation before stays good for a moment,
/// so requests in flight are not refused.
/// </summary>
internal sealed class Pulse(int generation, long validUntil)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(120);
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);
    private long previousUntil = long.MinValue;

    public int Generation { get; private set; } = generation;

    /// <summary>On the node's own monotonic clock, so that no jump of the wall clock throws anybody out.</summary>
    public long ValidUntil { get; private set; } = validUntil;

    /// <summary>Whether this generation may act now. A successor that is used becomes the current one.</summary>
    public bool Accepts(int offered, TimeProvider time)
    {
        if (offered == Generation) return true;
        if (offered > Generation)
        {
            // Only we sign, so a later generation was given out by us, perhaps just before a restart.
            Generation = offered;
            previousUntil = After(Overlap, time);
            return true;
        }

        return offered == Generation - 1 && time.GetTimestamp() < previousUntil;
    }

    /// <summary>The token that follows the offered one, or null where it has been replaced already.</summary>
    public int? Refresh(int offered, TimeProvider time)
    {
        if (!Accepts(offered, time)) return null;
        ValidUntil = After(Lifetime, time);
        return offered == Generation ? Generation + 1 : Generation;
    }

    /// <summary>A ticket was used: from now on only what it gave counts.</summary>
    public int Replace(TimeProvider time)
    {
        Generation += 2;
        previousUntil = long.MinValue;
        ValidUntil = After(Lifetime, time);
        return Generation;
    }

    public bool Overdue(TimeProvider time) => time.GetTimestamp() > ValidUntil;

    public void ExtendTo(long timestamp) => ValidUntil = Math.Max(ValidUntil, timestamp);

    public static long After(TimeSpan span, TimeProvider time) =>
        time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);
}
