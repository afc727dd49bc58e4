using System.Text.Json;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>
/// Where speech activity can be told from outside, for load and for trying things out. Off unless the operator opens it:
/// otherwise anybody could claim that anybody speaks.
/// </summary>
internal static class SpeechDoor
{
    public static async Task Tell(Knock knock)
    {
        if (knock.Body.Element("speaking") is not { ValueKind: JsonValueKind.Object } speaking) throw new Unreadable("speaking must map ids to loudness");
        var readings = new List<(ParticipantId Id, int Vad)>();
        foreach (var reading in speaking.EnumerateObject())
        {
            if (!ParticipantId.TryParse(reading.Name, null, out var id) || reading.Value.ValueKind is not JsonValueKind.Number || !reading.Value.TryGetInt32(out var vad) || vad is < 0 or > 100)
            {
                throw new Unreadable("speaking must map ids to a loudness from 0 to 100");
            }

            readings.Add((id, vad));
        }

        var conference = knock.Caller.Conference;
        await conference.Do(() => conference.Audience.Hear(conference.Now, readings));
        await Answers.Yes(knock.Context);
    }
}
