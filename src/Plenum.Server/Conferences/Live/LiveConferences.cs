using System.Collections.Concurrent;

namespace Plenum.Server.Conferences.Live;

/// <summary>The conferences that this node has in its hands. One is loaded when first wanted and dropped when nobody is in it.</summary>
internal sealed class LiveConferences(Surroundings around)
{
    private readonly ConcurrentDictionary<ConferenceId, Lazy<Task<LiveConference>>> live = [];

    /// <summary>Those that are loaded, as they are now.</summary>
    public IEnumerable<LiveConference> Loaded => live.Values
        .Where(loading => loading is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        .Select(loading => loading.Value.Result);

    public async Task<LiveConference> Get(ConferenceId id)
    {
        var loading = live.GetOrAdd(id, key => new Lazy<Task<LiveConference>>(
            () => LiveConference.Load(key, around, CancellationToken.None)));
        try
        {
            return await loading.Value;
        }
        catch
        {
            live.TryRemove(KeyValuePair.Create(id, loading));
            throw;
        }
    }

    /// <summary>Tells a loaded conference that its log moved; one that is not loaded will read it when it is.</summary>
    public void Moved(ConferenceId id, long version)
    {
        if (live.TryGetValue(id, out var loading) && loading is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            loading.Value.Result.Moved(version);
        }
    }

    /// <summary>
    /// Lets go of a conference in which nobody is. Somebody who still holds it writes with an expected version, so even
    /// then nothing can go wrong but a retry.
    /// </summary>
    public void LetGo(LiveConference conference)
    {
        if (!conference.Deserted || !live.TryGetValue(conference.Now.Id, out var loading)) return;
        live.TryRemove(KeyValuePair.Create(conference.Now.Id, loading));
    }
}
