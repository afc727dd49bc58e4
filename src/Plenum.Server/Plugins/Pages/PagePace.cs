using System.Collections.Concurrent;
using Plenum.Server.Conferences.Doors;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Plugins.Pages;

/// <summary>How much the pages of one user of another app may ask for in a second: as much as a participant.</summary>
internal sealed class PagePace(Limits limits, TimeProvider time)
{
    private const int MostRemembered = 10_000;
    private readonly ConcurrentDictionary<string, Bucket> users = [];

    public bool Allows(string user)
    {
        if (users.Count > MostRemembered) foreach (var (id, bucket) in users) if (bucket.Full) users.TryRemove(KeyValuePair.Create(id, bucket));
        return users.GetOrAdd(user, _ => new Bucket(limits.RequestsPerSecondPerToken, limits.RequestBurstPerToken, time)).Take();
    }
}
