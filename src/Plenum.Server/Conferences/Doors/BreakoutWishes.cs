using System.Text.Json;
using Plenum.Server.Breakouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Doors;

/// <summary>Understands what is said about breakouts. The main room is called by nothing, or by "main".</summary>
internal static class BreakoutWishes
{
    public static RoomId Target(Body body)
    {
        var text = body.Text("breakout_uuid") ?? "";
        if (text is "" or "main") return RoomId.Main;
        return RoomId.TryParse(text, null, out var room) ? room : throw new Unreadable("breakout_uuid is not the id of a room");
    }

    public static IReadOnlyList<ParticipantId> People(Body body) =>
        body.Element("participants") is { ValueKind: JsonValueKind.Array } list ? Ids(list) : throw new Unreadable("participants must be a list of ids");

    public static BreakoutPlan Plan(Body body)
    {
        var name = RoomVerbs.Cut(body.NeededText("name").Trim(), 100);
        var duration = body.Number("duration");
        if (duration is < 0 or > 86_400) throw new Unreadable("duration must be between 0 and 86400 seconds");
        return new BreakoutPlan(name.Length > 0 ? name : "Breakout")
        {
            Description = RoomVerbs.Cut(body.Text("description") ?? "", 500),
            Duration = duration is > 0 ? TimeSpan.FromSeconds(duration.Value) : null,
            EndAction = body.Text("end_action") is "disconnect" ? EndAction.Disconnect : EndAction.Transfer,
            GuestsMayLeave = body.Flag("guests_allowed_to_leave") ?? true,
            People = Everybody(body),
        };
    }

    /// <summary>Who goes there at once, by the room they are in now; which room that is makes no difference.</summary>
    private static List<ParticipantId> Everybody(Body body) => body.Element("participants") switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => Ids(list),
        { ValueKind: JsonValueKind.Object } rooms => [.. rooms.EnumerateObject().SelectMany(room =>
            room.Value.ValueKind is JsonValueKind.Array ? Ids(room.Value) : throw new Unreadable("participants must hold lists of ids"))],
        _ => throw new Unreadable("participants must hold lists of ids"),
    };

    private static List<ParticipantId> Ids(JsonElement list) => [.. list.EnumerateArray().Select(item =>
        item.ValueKind is JsonValueKind.String && ParticipantId.TryParse(item.GetString(), null, out var id)
            ? id
            : throw new Unreadable("participants must be a list of ids"))];
}
