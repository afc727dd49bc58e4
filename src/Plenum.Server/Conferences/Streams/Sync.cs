using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>Everything that a stream needs to know at its start, and whenever its view has changed as a whole.</summary>
internal static class Sync
{
    private static readonly byte[] Begin = SseText.Event("participant_sync_begin", "null"u8);
    private static readonly byte[] End = SseText.Event("participant_sync_end", "null"u8);

    /// <summary>The roster's lines are shared between syncs of one conference through <paramref name="lines"/>.</summary>
    public static void Write(Conference conference, Seat seat, RosterLines lines, IEventSink sink)
    {
        var home = conference.Rooms.GetValueOrDefault(seat.Home) ?? conference.Main;
        var guestsSeeGuests = conference.GuestsSeeGuests(home.Id);
        sink.Write(Begin, null);
        foreach (var participant in conference.Participants.Values)
        {
            var here = participant.Room == home.Id || participant.Id == seat.Id;
            if (here && RosterFrame.Sees(seat, participant, guestsSeeGuests)) sink.Write(lines.Create(participant, seat.Host), null);
        }

        sink.Write(End, null);
        RoomFrames.Status(conference, home.Id).WriteTo(sink, seat);
        if (seat.Waiting) return;
        RoomFrames.Layout(conference, home.Id).WriteTo(sink, seat);
        if (home.Presenter is { } presenter) FloorFrames.Started(home.Id, conference.Participants[presenter]).WriteTo(sink, seat);
        if (!seat.Oversees) return;
        foreach (var room in conference.Rooms.Keys.Where(seat.HearsWrapped))
        {
            foreach (var text in Breakout(conference, seat, room)) sink.Write(text, null);
        }
    }

    /// <summary>
    /// Everything anew for a stream whose seat has changed: what the new seat no longer hears of is ended first.
    /// </summary>
    public static void Anew(Step step, Seat from, Seat to, RosterLines lines, IEventSink sink)
    {
        if (from.Oversees && !to.Oversees)
        {
            foreach (var room in step.Before.Rooms.Keys.Where(room => !room.IsMain)) sink.Write(BreakoutFrames.Ended(from, room), null);
        }

        var showed = step.Before.Rooms.GetValueOrDefault(from.Home)?.Presenter is not null;
        if (showed && from.Home != to.Home) sink.Write(FloorFrames.Stop, null);
        Write(step.After, to, lines, sink);
    }

    /// <summary>One breakout for a host who oversees it: the host itself is in every room's roster.</summary>
    public static IEnumerable<byte[]> Breakout(Conference conference, Seat seat, RoomId id)
    {
        var room = conference.Rooms[id];
        yield return BreakoutFrames.Begun(seat, id);
        yield return SseText.InBreakout(id, "participant_sync_begin", "null"u8);
        foreach (var participant in conference.Participants.Values.Where(p => p.Room == id || p.Id == seat.Id))
        {
            yield return SseText.InBreakout(id, "participant_create", Line(participant));
        }

        yield return SseText.InBreakout(id, "participant_sync_end", "null"u8);
        yield return SseText.InBreakout(
            id, "conference_update", SseText.Json(StatusBody.Of(conference, room), WireJson.Default.StatusBody));
        if (room.Presenter is { } presenter)
        {
            var who = conference.Participants[presenter];
            yield return SseText.InBreakout(id, "presentation_start", SseText.Json(
                new PresenterBody(who.Name, who.Uri, who.Id.ToString(), "video"), WireJson.Default.PresenterBody));
        }
    }

    private static byte[] Line(Participant participant) =>
        SseText.Json(ParticipantBody.Of(participant, forHost: true), WireJson.Default.ParticipantBody);
}

/// <summary>
/// The lines of one conference's roster, each made once for as long as its participant does not change, so that many
/// who come at the same time share them.
/// </summary>
internal sealed class RosterLines
{
    private readonly Dictionary<ParticipantId, (Participant About, byte[]? Host, byte[]? Guest)> lines = [];

    public byte[] Create(Participant about, bool forHost)
    {
        if (!lines.TryGetValue(about.Id, out var line) || !ReferenceEquals(line.About, about)) line = (about, null, null);
        var text = forHost ? line.Host : line.Guest;
        if (text is not null) return text;
        text = SseText.Event("participant_create", SseText.Json(ParticipantBody.Of(about, forHost), WireJson.Default.ParticipantBody));
        lines[about.Id] = forHost ? line with { Host = text } : line with { Guest = text };
        return text;
    }

    public void Forget(ParticipantId id) => lines.Remove(id);
}
