using System.Collections.Concurrent;
using System.Net;

namespace Plenum.Server.Conferences.Listings;

/// <summary>
/// Counts wrong PINs, never joins, since many people share an address. When a conference has seen too many, an address
/// that never proved itself gets one try a minute between all of them; who did prove itself is not locked out by others.
/// </summary>
public sealed class PinGuard(TimeProvider time)
{
    public const int FreeTries = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<ConferenceId, Tally> tallies = [];

    /// <summary>Whether a try may be looked at now.</summary>
    public bool Allows(ConferenceId conference, IPAddress? from) =>
        !tallies.TryGetValue(conference, out var tally) || tally.Allows(from, time);

    public void Failed(ConferenceId conference) => tallies.GetOrAdd(conference, _ => new Tally()).Failed(time);

    public void Proved(ConferenceId conference, IPAddress? from) => tallies.GetOrAdd(conference, _ => new Tally()).Proved(from);

    private sealed class Tally
    {
        private const int MostKnown = 1000;
        private readonly Queue<long> failures = [];
        private readonly HashSet<IPAddress> known = [];
        private long lastPacedTry = long.MinValue;

        public bool Allows(IPAddress? from, TimeProvider time)
        {
            lock (failures)
            {
                Expire(time);
                if (failures.Count < FreeTries || (from is not null && known.Contains(from))) return true;
                if (lastPacedTry != long.MinValue && time.GetElapsedTime(lastPacedTry) < Pace) return false;
                lastPacedTry = time.GetTimestamp();
                return true;
            }
        }

        public void Failed(TimeProvider time)
        {
            lock (failures) failures.Enqueue(time.GetTimestamp());
        }

        public void Proved(IPAddress? from)
        {
            lock (failures)
            {
                if (from is not null && known.Count < MostKnown) known.Add(from);
            }
        }

        private void Expire(TimeProvider time)
        {
            while (failures.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Window) failures.Dequeue();
        }
    }
}
