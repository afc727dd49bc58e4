using Plenum.Server.Breakouts;
using Plenum.Server.Calls;
using Plenum.Server.Chat;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Layouts;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>Puts steps into frames: a table of contents of what each event makes the streams say.</summary>
internal sealed class Teller(ITicketOffice tickets)
{
    public Telling Tell(Step step)
    {
        var telling = new Telling(step);
        switch (step.Happened)
        {
            case ParticipantJoined joined: Came(step, telling, joined.Participant.Id); break;
            case ParticipantAdmitted admitted: Admitted(step, telling, admitted.Id); break;
            case ParticipantLeft left: Went(step, telling, left); break;
            case ParticipantMoved moved: Moved(step, telling, moved); break;
            case RoleChanged role: Promoted(step, telling, role.Id); break;
            case TransferOffered offered: telling.Frames.Add(Refer(step, offered)); break;
            case PutOnHold hold:
                telling.Frames.Add(new Whisper(hold.Id, "on_hold", () => hold.On ? "true"u8.ToArray() : "false"u8.ToArray()));
                Changed(step, telling, hold.Id);
                break;
            case MessageSent sent: telling.Frames.Add(Message(step, sent)); break;
            case FloorTaken taken: FloorFrames.Taken(step, telling, taken); break;
            case FloorReleased released: FloorFrames.Released(step, telling, released.Room, released.Id); break;
            case LayoutChanged layout: telling.Frames.Add(RoomFrames.Layout(step.After, layout.Room)); break;
            case BreakoutOpened opened: BreakoutFrames.Opened(step, telling, opened.Room); break;
            case BreakoutClosed closed: BreakoutFrames.Closed(step, telling, closed.Room); break;
            case MixConfigured { By: { } by }: Changed(step, telling, by); break;
            case MixDeleted: ChangedMany(step, telling); break;
            case DialAnswered answered: Answered(step, telling, answered.Id); break;
            case Spotlit spotlit when step.After.Participants[spotlit.Id] is { HasMedia: true } shown:
                telling.Frames.Add(RoomFrames.Layout(step.After, shown.Room));
                break;
            case GuestsSee sees: Resync(step.After, telling, sees.Room); break;
        }

        foreach (var (id, room) in step.After.Rooms)
        {
            if (step.Before.Rooms.TryGetValue(id, out var before) && !RoomFrames.SameStatus(step, before, room))
            {
                telling.Frames.Add(RoomFrames.Status(step.After, id));
            }
        }

        if (Single(step.Happened) is { } single) Changed(step, telling, single);
        return telling;
    }

    /// <summary>Whom an event changes in the roster and nothing else.</summary>
    private static ParticipantId? Single(ConferenceEvent happened) => happened switch
    {
        ParticipantMuted e => e.Id,
        ClientMuted e => e.Id,
        VideoMuted e => e.Id,
        HandRaised e => e.Id,
        Spotlit e => e.Id,
        OverlayTextChanged e => e.Id,
        PresentationAllowed e => e.Id,
        PresentationMixed e => e.Id,
        CaptionsShown e => e.Id,
        AspectRatioPreferred e => e.Id,
        TransmissionMuted e => e.Id,
        StudioSoundUsed e => e.Id,
        AudioMixesChosen e => e.Id,
        LayoutGroupJoined e => e.Id,
        _ => null,
    };

    private static void Came(Step step, Telling telling, ParticipantId id)
    {
        var newcomer = step.After.Participants[id];
        telling.Frames.Add(RosterFrames.Create(step.After, newcomer));
        SightChange(step, telling, newcomer.Room);
    }

    private static void Answered(Step step, Telling telling, ParticipantId id)
    {
        var called = step.After.Participants[id];
        telling.Frames.Add(RosterFrames.Update(step.After, called));
        telling.Frames.Add(RoomFrames.Layout(step.After, called.Room));
        SightChange(step, telling, called.Room);
    }

    private static void Admitted(Step step, Telling telling, ParticipantId id)
    {
        var admitted = step.After.Participants[id];
        telling.Frames.Add(RosterFrames.Update(step.After, admitted));
        telling.Frames.Add(new GuestsOnly(RosterFrames.Create(step.After, admitted), except: id));
        telling.Resync.Add(id);
        SightChange(step, telling, admitted.Room);
    }

    private static void Promoted(Step step, Telling telling, ParticipantId id)
    {
        Changed(step, telling, id);
        telling.Resync.Add(id);
        var room = step.After.Participants[id].Room;
        if (step.After.Rooms[room].GuestsSee is not GuestSight.Always) Resync(step.After, telling, room);
    }

    private static void Went(Step step, Telling telling, ParticipantLeft left)
    {
        var gone = step.Before.Participants[left.Id];
        if (step.Before.Rooms[gone.Room].Presenter == gone.Id) FloorFrames.Stopped(telling, gone.Room);
        telling.Frames.Add(RosterFrames.Delete(step.Before, gone, except: gone.Id));
        telling.Endings.Add(new Ending(left.Id, left.Reason is Reasons.Left or Reasons.Transferred ? null : left.Reason));
        if (gone.HasMedia) telling.Frames.Add(RoomFrames.Layout(step.After, gone.Room));
        SightChange(step, telling, gone.Room);
    }

    private void Moved(Step step, Telling telling, ParticipantMoved moved)
    {
        var (before, after) = (step.Before.Participants[moved.Id], step.After.Participants[moved.Id]);
        if (step.Before.Rooms[moved.From].Presenter == moved.Id) FloorFrames.Stopped(telling, moved.From);
        telling.Frames.Add(RosterFrames.Delete(step.Before, before, except: moved.Id));
        telling.Frames.Add(RosterFrames.Create(step.After, after, except: moved.Id));
        telling.Frames.Add(BreakoutFrames.Follow(step.After, after, moved, tickets));
        telling.Resync.Add(moved.Id);
        if (after.HasMedia) telling.Frames.AddRange([RoomFrames.Layout(step.After, moved.From), RoomFrames.Layout(step.After, moved.To)]);
        SightChange(step, telling, moved.From);
        SightChange(step, telling, moved.To);
    }

    private static void Changed(Step step, Telling telling, ParticipantId id)
    {
        if (step.After.Participants.TryGetValue(id, out var changed)) telling.Frames.Add(RosterFrames.Update(step.After, changed));
    }

    private static void ChangedMany(Step step, Telling telling)
    {
        foreach (var (id, after) in step.After.Participants)
        {
            if (!ReferenceEquals(step.Before.Participants.GetValueOrDefault(id), after)) Changed(step, telling, id);
        }
    }

    private Whisper Refer(Step step, TransferOffered offered) => new(offered.Id, "refer", () => SseText.Json(
        new ReferBody(offered.To.Alias, tickets.Mint(step.After, offered.Id, offered.To, RoomId.Main))
        {
            Target = "conference",
            CallTag = step.After.Participants.GetValueOrDefault(offered.Id)?.CallTag,
        },
        WireJson.Default.ReferBody));

    private static Frame Message(Step step, MessageSent sent)
    {
        var sender = step.Before.Participants.GetValueOrDefault(sent.From);
        byte[] Payload(bool direct) => SseText.Json(
            new MessageBody(sent.Type, step.Text ?? "", sender?.Name ?? sent.Origin ?? "", sent.From.ToString(), direct)
            {
                FromOutside = !direct && !sent.Room.IsMain && sender is not null && sender.Room != sent.Room,
            },
            WireJson.Default.MessageBody);
        return sent.To is { } to
            ? new Whisper(to, "message_received", () => Payload(true))
            : new RoomFrame(sent.Room, "message_received", _ => Payload(false)) { SameForAll = true, Except = sent.From };
    }

    /// <summary>Where guests see each other only while no host is there, a host's coming or going shows or hides them.</summary>
    private static void SightChange(Step step, Telling telling, RoomId room)
    {
        if (!step.After.Rooms.ContainsKey(room)) return;
        if (step.Before.GuestsSeeGuests(room) != step.After.GuestsSeeGuests(room)) Resync(step.After, telling, room);
    }

    private static void Resync(Conference conference, Telling telling, RoomId room) =>
        telling.Resync.UnionWith(conference.In(room).Where(p => !p.IsHost).Select(p => p.Id));
}

/// <summary>Mints the one-use tickets that <c>refer</c> carries; they never enter the log.</summary>
internal interface ITicketOffice
{
    string Mint(Conference at, ParticipantId who, Destination to, RoomId room);
}
