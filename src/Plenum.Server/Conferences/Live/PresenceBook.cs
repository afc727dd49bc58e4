using Plenum.Server.Conferences.Log;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>Collects signs of life and writes them to the presence table in batches, once a second.</summary>
internal sealed class PresenceBook(Presences presences, string node)
{
    private readonly Lock gate = new();
    private Dictionary<Guid, Presence> noted = [];

    public void Note(ParticipantId id, ConferenceId conference, int generation, DateTimeOffset validUntil)
    {
        lock (gate) noted[id.Value] = new Presence(id.Value, conference, generation, node, validUntil);
    }

    public void Forget(ParticipantId id)
    {
        lock (gate) noted.Remove(id.Value);
    }

    public Task<IReadOnlyList<Presence>> Of(ConferenceId conference, CancellationToken cancellation) =>
        presences.Of(conference, cancellation);

    /// <summary>Writes what was noted since the last time; what could not be written is kept for the next.</summary>
    public async Task Write(CancellationToken cancellation)
    {
        Dictionary<Guid, Presence> batch;
        lock (gate)
        {
            if (noted.Count == 0) return;
            (batch, noted) = (noted, []);
        }

        try
        {
            await presences.Write([.. batch.Values], cancellation);
        }
        catch (LogUnavailable)
        {
            lock (gate)
            {
                foreach (var (id, presence) in batch) noted.TryAdd(id, presence);
            }

            throw;
        }
    }
}
