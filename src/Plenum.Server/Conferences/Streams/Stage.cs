using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>
/// Who speaks, most recent speaker first. It is ephemeral: the latest wins, it is never in the log, and whoever is not in
/// the roster is not on the stage.
/// </summary>
internal sealed class Stage
{
    public const int Speaking = 25;
    private readonly List<(ParticipantId Id, int Vad)> order = [];

    /// <summary>Takes a reading; true when something that clients show has changed.</summary>
    public bool Hear(ParticipantId id, int vad)
    {
        var at = order.FindIndex(speaker => speaker.Id == id);
        if (at >= 0 && order[at].Vad == vad) return false;
        if (at < 0)
        {
            if (vad < Speaking) return false;
            order.Insert(0, (id, vad));
            return true;
        }

        var starts = order[at].Vad < Speaking && vad >= Speaking;
        order.RemoveAt(at);
        order.Insert(starts ? 0 : at, (id, vad));
        return true;
    }

    public void Forget(ParticipantId id) => order.RemoveAll(speaker => speaker.Id == id);

    public Frame InRoom(Conference conference, RoomId room)
    {
        var bodies = order
            .Where(speaker => conference.Participants.TryGetValue(speaker.Id, out var p) && p.Room == room && p.In)
            .Select((speaker, index) => new StageBody(speaker.Id.ToString(), index, speaker.Vad))
            .ToList();
        return new RoomFrame(room, "stage", _ => SseText.Json(bodies, WireJson.Default.ListStageBody))
        {
            SameForAll = true,
            NeverWrapped = true,
            Supersedes = $"stage {room}",
        };
    }

    public bool Empty => order.Count == 0;
}
