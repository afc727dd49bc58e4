using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Tests.Log;

/// <summary>An empty storage for one test: made, opened as often as wanted, removed.</summary>
public abstract class StoragePlace
{
    public abstract Task Make();

    public abstract Database Choose();

    public abstract CommitTally Tally(ConferenceLog log);

    public abstract Task Remove();
}
