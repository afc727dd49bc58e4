using System.Collections.Concurrent;
using System.Net;

namespace Plenum.Server.Conferences.Listings;

/// <summary>
/// Counts wrong PINs, never joins, since many people share an address. When a conference has seen too many, an address
/// that never proved itself gets one try a minute between all of them. An address that did prove itself is counted by itself:
/// others cannot lock it out, and a guest's PIN does not open the way to guessing the host's.
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

    public void Failed(ConferenceId conference, IPAddress? from) => tallies.GetOrAdd(conference, _ => new Tally()).Failed(from, time);

    public void Proved(ConferenceId conference, IPAddress? from) => tallies.GetOrAdd(conference, _ => new Tally()).Proved(from);

    private sealed class Tally
    {
        private const int MostKnown = 1000;
        private readonly Lock gate = new();
        private readonly Failures strangers = new();
        private readonly Dictionary<IPAddress, Failures> known = [];

        public bool Allows(IPAddress? from, TimeProvider time)
        {
            lock (gate) return Of(from).Allow(time);
        }

        public void Failed(IPAddress? from, TimeProvider time)
        {
            lock (gate) Of(from).Add(time);
        }

        public void Proved(IPAddress? from)
        {
            lock (gate)
            {
                if (from is not null && known.Count < MostKnown) known.TryAdd(from, new Failures());
            }
        }

        private Failures Of(IPAddress? from) => from is not null && known.TryGetValue(from, out var own) ? own : strangers;
    }

    /// <summary>The wrong PINs of the last minutes; beyond the free ones a try is looked at only now and then.</summary>
    private sealed class Failures
    {
        private readonly Queue<long> failed = [];
        private long? lastPacedTry;

        public bool Allow(TimeProvider time)
        {
            while (failed.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Window) failed.Dequeue();
            if (failed.Count < FreeTries) return true;
            if (lastPacedTry is { } last && time.GetElapsedTime(last) < Pace) return false;
            lastPacedTry = time.GetTimestamp();
            return true;
        }

        public void Add(TimeProvider time) => failed.Enqueue(time.GetTimestamp());
    }
}
