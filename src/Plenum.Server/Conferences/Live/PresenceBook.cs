using Plenum.Server.Conferences.Log;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>
/// Collects signs of life and writes them to the presence table in batches, once a second. Somebody who comes gets a row;
/// a refresh only renews one, so it can never bring back who was removed meanwhile, on whichever node.
/// </summary>
internal sealed class PresenceBook(Presences presences, string node)
{
    private readonly Lock gate = new();
    private Dictionary<Guid, Presence> came = [];
    private Dictionary<Guid, Presence> refreshed = [];

    public void Came(ParticipantId id, ConferenceId conference, int generation, DateTimeOffset validUntil)
    {
        lock (gate) came[id.Value] = new Presence(id.Value, conference, generation, node, validUntil);
    }

    public void Refreshed(ParticipantId id, ConferenceId conference, int generation, DateTimeOffset validUntil)
    {
        var presence = new Presence(id.Value, conference, generation, node, validUntil);
        lock (gate) (came.ContainsKey(id.Value) ? came : refreshed)[id.Value] = presence;
    }

    public void Forget(ParticipantId id)
    {
        lock (gate)
        {
            came.Remove(id.Value);
            refreshed.Remove(id.Value);
        }
    }

    public Task<IReadOnlyList<Presence>> Of(ConferenceId conference, CancellationToken cancellation) =>
        presences.Of(conference, cancellation);

    /// <summary>
    /// Writes what was noted since the last time; what could not be written is kept for the next. Returns the conferences
    /// in which somebody whom we believed present has been removed: their logs are to be read again.
    /// </summary>
    public async Task<IReadOnlyList<ConferenceId>> Write(CancellationToken cancellation)
    {
        Dictionary<Guid, Presence> newcomers, renewals;
        lock (gate)
        {
            (newcomers, came) = (came, []);
            (renewals, refreshed) = (refreshed, []);
        }

        try
        {
            if (newcomers.Count > 0) await presences.Write([.. newcomers.Values], cancellation);
            newcomers.Clear();
            if (renewals.Count == 0) return [];
            var gone = await presences.Refresh([.. renewals.Values], cancellation);
            return [.. gone.Select(id => renewals[id].Conference).Distinct()];
        }
        catch (LogUnavailable)
        {
            lock (gate)
            {
                foreach (var (id, presence) in newcomers) came.TryAdd(id, presence);
                foreach (var (id, presence) in renewals) refreshed.TryAdd(id, presence);
            }

            throw;
        }
    }
}
