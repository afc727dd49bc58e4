using System.Collections.Concurrent;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>How much one token, and one conference, may ask for in a second.</summary>
internal sealed class Pace(Limits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<ParticipantId, Bucket> tokens = [];
    private readonly ConcurrentDictionary<ConferenceId, Bucket> conferences = [];
    private long swept = time.GetTimestamp();

    /// <summary>Staying in and looking around cost the token alone, so that a thousand people may come back at once.</summary>
    public bool Allows(Caller caller, bool command)
    {
        Sweep();
        return tokens.GetOrAdd(caller.Id, _ => new Bucket(limits.RequestsPerSecondPerToken, limits.RequestBurstPerToken, time)).Take()
            && (!command || conferences.GetOrAdd(caller.Listing.Id, _ => new Bucket(limits.CommandsPerSecondPerConference, limits.CommandsPerSecondPerConference, time)).Take());
    }

    /// <summary>Full buckets remember nothing, so they need not be kept.</summary>
    private void Sweep()
    {
        var since = swept;
        if (time.GetElapsedTime(since) < TimeSpan.FromMinutes(1) || Interlocked.CompareExchange(ref swept, time.GetTimestamp(), since) != since) return;
        foreach (var (id, bucket) in tokens) if (bucket.Full) tokens.TryRemove(KeyValuePair.Create(id, bucket));
        foreach (var (id, bucket) in conferences) if (bucket.Full) conferences.TryRemove(KeyValuePair.Create(id, bucket));
    }
}

/// <summary>Fills at a steady rate up to its size; taking from an empty one fails.</summary>
internal sealed class Bucket(double perSecond, double size, TimeProvider time)
{
    private readonly Lock gate = new();
    private double missing;
    private long filled = time.GetTimestamp();

    public bool Full
    {
        get
        {
            lock (gate)
            {
                Fill();
                return missing <= 0;
            }
        }
    }

    public bool Take()
    {
        lock (gate)
        {
            Fill();
            if (size - missing < 1) return false;
            missing += 1;
            return true;
        }
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        missing = Math.Max(0, missing - (time.GetElapsedTime(filled, now).TotalSeconds * perSecond));
        filled = now;
    }
}
