using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage;

/// <summary>Those inside this process who want to hear which conferences moved.</summary>
internal sealed class Followers
{
    private readonly ConcurrentDictionary<Tidings, bool> listening = [];

    public void Tell(Moved moved)
    {
        foreach (var (tidings, _) in listening)
            tidings.Add(moved);
    }

    public async IAsyncEnumerable<Moved> Follow([EnumeratorCancellation] CancellationToken cancellation)
    {
        var tidings = new Tidings();
        listening[tidings] = true;
        try
        {
            while (true)
            {
                foreach (var moved in await tidings.Take(cancellation))
                    yield return moved;
            }
        }
        finally
        {
            listening.TryRemove(tidings, out _);
        }
    }
}
