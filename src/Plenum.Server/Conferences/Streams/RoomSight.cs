namespace Plenum.Server.Conferences.Streams;

internal static class RoomSight
{
    /// <summary>Whether guests of this room see each other now.</summary>
    public static bool GuestsSeeGuests(this Conference conference, RoomId room) =>
        !conference.Rooms.TryGetValue(room, out var known) || known.GuestsSee switch
        {
            GuestSight.Always => true,
            GuestSight.NoHosts => !conference.In(room).Any(p => p.IsHost),
            _ => false,
        };
}
