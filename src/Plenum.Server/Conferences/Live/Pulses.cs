using Plenum.Server.Conferences.Log;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>Who in a conference has been heard from, on this node. Safe to ask from any thread.</summary>
internal sealed class Pulses(ConferenceId conference, Surroundings around)
{
    private readonly Dictionary<ParticipantId, Pulse> pulses = [];

    /// <summary>The token of a participant who is in the roster, in this generation.</summary>
    public bool Accept(ParticipantId id, int generation)
    {
        lock (pulses) return pulses.TryGetValue(id, out var pulse) && pulse.Accepts(generation, around.Time);
    }

    public int? Refresh(ParticipantId id, int generation)
    {
        lock (pulses)
        {
            if (!pulses.TryGetValue(id, out var pulse) || pulse.Refresh(generation, around.Time) is not { } next) return null;
            Note(id, pulse);
            return next;
        }
    }

    /// <summary>The token of somebody who comes in again by a ticket: every earlier one is void.</summary>
    public int? Replace(ParticipantId id)
    {
        lock (pulses)
        {
            if (!pulses.TryGetValue(id, out var pulse)) return null;
            var generation = pulse.Replace(around.Time);
            Note(id, pulse);
            return generation;
        }
    }

    public void Came(ParticipantId id)
    {
        lock (pulses)
        {
            var pulse = new Pulse(1, Pulse.After(Pulse.Lifetime, around.Time));
            if (pulses.TryAdd(id, pulse)) Note(id, pulse);
        }
    }

    public void Went(ParticipantId id)
    {
        lock (pulses) pulses.Remove(id);
        around.Presence.Forget(id);
    }

    /// <summary>Heard from on another node, or spared for now.</summary>
    public void Spare(ParticipantId id, TimeSpan time)
    {
        lock (pulses)
        {
            if (pulses.TryGetValue(id, out var pulse)) pulse.ExtendTo(Pulse.After(time, around.Time));
        }
    }

    /// <summary>At a take-over: what the table knows, and a grace for everybody in the roster.</summary>
    public void TakeOver(Conference folded, IReadOnlyList<Presence> known)
    {
        var generations = known.ToDictionary(presence => presence.Participant, presence => presence.Generation);
        lock (pulses)
        {
            foreach (var id in folded.Participants.Keys)
            {
                pulses[id] = new Pulse(generations.GetValueOrDefault(id.Value, 1), Pulse.After(Pulse.Lifetime, around.Time));
            }
        }
    }

    public IReadOnlyList<ParticipantId> Overdue()
    {
        lock (pulses)
        {
            return [.. pulses.Where(pair => pair.Value.Overdue(around.Time) && !around.Legs.Holds(pair.Key)).Select(pair => pair.Key)];
        }
    }

    private void Note(ParticipantId id, Pulse pulse) =>
        around.Presence.Note(id, conference, pulse.Generation, around.Time.GetUtcNow() + Pulse.Lifetime);
}
