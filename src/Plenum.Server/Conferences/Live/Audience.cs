using Plenum.Server.Calls;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>The open streams of one conference on this node. Only the conference's mailbox touches it.</summary>
internal sealed class Audience(Teller teller, Slides slides, TimeProvider time)
{
    private static readonly TimeSpan SwapWindow = TimeSpan.FromSeconds(5);
    private readonly Dictionary<ParticipantId, EventStream> streams = [];
    private readonly Dictionary<ParticipantId, long> swaps = [];
    private readonly RosterLines lines = new();
    private readonly Stage stage = new();

    public int Count => streams.Count;

    public IEnumerable<EventStream> Streams => streams.Values;

    public bool Has(ParticipantId id) => streams.ContainsKey(id);

    /// <summary>
    /// A newer stream of the same participant takes over; the older is told so and ends. Two readers that chase each other
    /// are stopped: within the window the second swap keeps what is open and turns the newcomer away.
    /// </summary>
    /// <param name="conference">As it is now.</param>
    /// <param name="stream">The new one.</param>
    /// <param name="missed">The steps to go on from, or null for a full sync.</param>
    /// <param name="said">After a full sync, what was said while the client was away.</param>
    public bool Open(Conference conference, EventStream stream, IReadOnlyList<Step>? missed, IEnumerable<Step> said)
    {
        var id = stream.Seat.Id;
        if (streams.TryGetValue(id, out var older) && !older.Ended.IsCompleted)
        {
            if (Chases(id)) return false;
            older.Write(SseText.Superseded, null);
            older.Send();
            older.Close();
        }

        streams[id] = stream;
        if (missed is null) Greet(conference, stream);
        foreach (var step in missed ?? said) Deliver(stream, teller.Tell(step), step.After);
        ShowSlides(conference, stream);
        if (stream.Resumes) stream.Write(SseText.Bookmark(conference.Id, conference.Version), null);
        stream.Send();
        return true;
    }

    public void Forget(EventStream stream)
    {
        if (streams.TryGetValue(stream.Seat.Id, out var open) && ReferenceEquals(open, stream)) streams.Remove(stream.Seat.Id);
    }

    /// <summary>Tells every stream of the steps, each with one write: stream by stream, so that the first is on its way while the others are told.</summary>
    public void Tell(IReadOnlyList<Step> steps)
    {
        if (streams.Count > 0)
        {
            var tellings = steps.Select(step => (Of: teller.Tell(step), step.After)).ToArray();
            foreach (var stream in streams.Values) Tell(stream, tellings);
        }

        foreach (var step in steps)
        {
            if (step.Happened is ParticipantLeft left) Gone(left.Id);
            if (step.Happened is not PresentationAllowed { Allowed: true } allowed || !streams.TryGetValue(allowed.Id, out var sees)) continue;
            ShowSlides(step.After, sees);
            sees.Send();
        }
    }

    /// <summary>A new still picture, for whoever may see presentations.</summary>
    public void Show(Conference conference, Slide slide)
    {
        var frame = SlideFrames.Of(slide);
        foreach (var stream in streams.Values)
        {
            Show(conference, stream, frame);
            stream.Send();
        }
    }

    public void Whisper(ParticipantId to, byte[] text)
    {
        if (!streams.TryGetValue(to, out var stream)) return;
        stream.Write(text, null);
        stream.Send();
    }

    /// <summary>Speech changes nothing but who is on the stage.</summary>
    public void Hear(Conference conference, IEnumerable<(ParticipantId Id, int Vad)> readings)
    {
        var rooms = new HashSet<RoomId>();
        foreach (var (id, vad) in readings)
        {
            if (conference.Participants.TryGetValue(id, out var speaker) && stage.Hear(id, vad)) rooms.Add(speaker.Room);
        }

        foreach (var room in rooms)
        {
            var frame = stage.InRoom(conference, room);
            foreach (var stream in streams.Values)
            {
                frame.WriteTo(stream, stream.Seat);
                stream.Send();
            }
        }
    }

    /// <summary>What somebody says, in writing, for those who switched captions on. Like speech it is told once and kept nowhere.</summary>
    public void Caption(Conference conference, ParticipantId speaker, CaptionBody caption)
    {
        if (!conference.Participants.TryGetValue(speaker, out var speaks)) return;
        var frame = new RoomFrame(speaks.Room, "live_captions", _ => SseText.Json(caption, WireJson.Default.CaptionBody)) { SameForAll = true };
        foreach (var stream in streams.Values.Where(stream => conference.Participants.GetValueOrDefault(stream.Seat.Id) is { ShowsCaptions: true }))
        {
            frame.WriteTo(stream, stream.Seat);
            stream.Send();
        }
    }

    private void Greet(Conference conference, EventStream stream)
    {
        Sync.Write(conference, stream.Seat, lines, stream);
        ShowStage(conference, stream);
    }

    private void ShowStage(Conference conference, EventStream stream)
    {
        if (!stage.Empty) stage.InRoom(conference, stream.Seat.Home).WriteTo(stream, stream.Seat);
    }

    private void ShowSlides(Conference conference, EventStream stream)
    {
        foreach (var slide in slides.All) Show(conference, stream, SlideFrames.Of(slide));
    }

    private static void Show(Conference conference, EventStream stream, RoomFrame frame)
    {
        if (conference.Participants.GetValueOrDefault(stream.Seat.Id) is not { ReceivesPresentation: true }) return;
        frame.WriteTo(stream.Resumes ? new Bookmarked(stream, conference) : stream, stream.Seat);
    }

    private void Deliver(EventStream stream, Telling telling, Conference after)
    {
        if (stream.Resumes) Numbered.Write(telling, stream, after, lines);
        else stream.Seat = telling.WriteTo(stream, stream.Seat, lines);
        if (!telling.Resync.Contains(stream.Seat.Id)) return;
        ShowStage(after, stream);
        ShowSlides(after, stream);
    }

    private void Tell(EventStream stream, (Telling Of, Conference After)[] tellings)
    {
        foreach (var telling in tellings)
        {
            Deliver(stream, telling.Of, telling.After);
            if (telling.Of.EndingOf(stream.Seat.Id) is not { } ending) continue;
            End(stream, ending);
            return;
        }

        stream.Send();
    }

    private void End(EventStream stream, Ending ending)
    {
        streams.Remove(ending.Id);
        if (ending.Reason is not null) stream.Write(SseText.Disconnect(ending.Reason), null);
        stream.Send();
        stream.Close();
    }

    private void Gone(ParticipantId id)
    {
        lines.Forget(id);
        stage.Forget(id);
        swaps.Remove(id);
    }

    private bool Chases(ParticipantId id)
    {
        if (swaps.TryGetValue(id, out var last) && time.GetElapsedTime(last) < SwapWindow) return true;
        swaps[id] = time.GetTimestamp();
        return false;
    }
}
