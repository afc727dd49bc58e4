using System.Collections.Concurrent;
using System.Net;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Conferences.Doors;

/// <summary>How fast one address may ask to come in, checked before anything is allocated for a conference.</summary>
internal sealed class JoinPace(Limits limits, TimeProvider time)
{
    private const int MostAddresses = 100_000;
    private readonly ConcurrentDictionary<IPAddress, Bucket> addresses = [];

    public bool Allows(IPAddress? from)
    {
        if (addresses.Count > MostAddresses) Forget();
        return addresses.GetOrAdd(from ?? IPAddress.None, _ => new Bucket(limits.JoinsPerSecondPerAddress, limits.JoinBurstPerAddress, time)).Take();
    }

    private void Forget()
    {
        foreach (var (address, bucket) in addresses)
        {
            if (bucket.Full) addresses.TryRemove(KeyValuePair.Create(address, bucket));
        }
    }
}
