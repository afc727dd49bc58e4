using Plenum.Server.Calls;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>
/// A conference on this node: a mailbox that decides, appends, applies and tells. It holds no truth that the log does not,
/// so it may be dropped and loaded again at any time.
/// </summary>
internal sealed class LiveConference
{
    private const int MailboxCapacity = 5000;
    private const int SnapshotEvery = 200;
    private readonly Surroundings around;
    private readonly Mailbox mailbox;
    private readonly History history = new();
    private long snapshotAt;
    private bool doubtful;

    private LiveConference(ConferenceId id, Surroundings around)
    {
        this.around = around;
        Now = new Conference(id);
        mailbox = new Mailbox(Handle, MailboxCapacity);
        Pulses = new Pulses(id, around);
        Audience = new Audience(around.Teller, Slides, around.Time);
    }

    /// <summary>The conference as the log has it. Safe to read from any thread: it is replaced whole.</summary>
    public Conference Now { get; private set; }

    public Pulses Pulses { get; }

    public Slides Slides { get; } = new();

    /// <summary>Only inside an errand.</summary>
    public Audience Audience { get; }

    /// <summary>Nobody is in it and nobody watches it.</summary>
    public bool Deserted => Now.Participants.Count == 0 && Audience.Count == 0;

    public static async Task<LiveConference> Load(ConferenceId id, Surroundings around, CancellationToken cancellation)
    {
        var live = new LiveConference(id, around);
        if (await around.Log.LatestSnapshot(id, FoldedConference.Stamp, cancellation) is { } snapshot)
        {
            live.Now = FoldedConference.FromSnapshot(snapshot);
            live.snapshotAt = snapshot.Version;
        }

        live.Follow(Tail(live.Now.Version, await around.Log.Read(id, live.Now.Version, cancellation)));
        live.Pulses.TakeOver(live.Now, await around.Presence.Of(id, cancellation));
        return live;
    }

    /// <summary>Gives a command; the answer comes after its events are durable.</summary>
    public Task<Decision> Tell(Command command, Actor by)
    {
        var letter = new CommandLetter(command, by);
        return mailbox.Post(letter) ? letter.Answered : Task.FromResult(Decision.Refused(Refusal.OutOfResource));
    }

    /// <summary>Does something with the conference and its streams, after the commands that came before.</summary>
    public Task Do(Action errand)
    {
        var letter = new ErrandLetter(errand);
        return mailbox.Post(letter) ? letter.Done : Task.CompletedTask;
    }

    /// <summary>Opens a stream: a full sync, or the steps missed since a version where nothing about that is doubtful.</summary>
    public async Task<Seating> Open(EventStream stream, long? since)
    {
        var said = await Missed(stream.Seat.Id, since);
        var seating = Seating.Unheard;
        await Do(() =>
        {
            seating = Seating.Gone;
            if (!Now.Participants.TryGetValue(stream.Seat.Id, out var participant)) return;
            stream.Seat = Seat.Of(participant);
            var missed = since is { } version ? history.Since(version, Now.Version, participant.Id) : null;
            seating = Audience.Open(Now, stream, missed, said.Steps(Now, history)) ? Seating.Seated : Seating.Chased;
        });
        return seating;
    }

    private async Task<MissedMessages> Missed(ParticipantId who, long? since)
    {
        if (since is not { } version) return MissedMessages.None;
        var goesOn = false;
        await Do(() => goesOn = history.Since(version, Now.Version, who) is not null);
        return goesOn ? MissedMessages.None : await MissedMessages.Since(around.Log, Now, version, CancellationToken.None);
    }

    /// <summary>Writes the state down, so that the entries which led to it may be forgotten.</summary>
    public Task KeepSnapshot() => KeepSnapshot(Now);

    /// <summary>Another node moved the conference: read what it wrote.</summary>
    public void Moved(long version)
    {
        if (version > Now.Version) mailbox.Post(new RereadLetter());
    }

    private async Task Handle(IReadOnlyList<Letter> letters)
    {
        try
        {
            if (doubtful || letters.Any(letter => letter is RereadLetter)) await CatchUp();
            await Settle([.. letters.OfType<CommandLetter>()]);
            foreach (var errand in letters.OfType<ErrandLetter>()) errand.Run();
        }
        catch (Exception e)
        {
            // Whatever it was, the mailbox goes on: those who asked are told, and the log is read again before more is decided.
            doubtful = true;
            if (e is LogUnavailable) LiveLog.StorageAway(around.Logger, Now.Id, e.Message);
            else LiveLog.Broken(around.Logger, e, Now.Id);
            foreach (var letter in letters) letter.Fail(Refusal.OutOfResource);
        }
    }

    private async Task Settle(List<CommandLetter> letters)
    {
        if (await Settled(letters) || await Settled(letters)) return;

        // Twice another node was faster: those who collide take turns instead of racing on.
        await using var turn = await around.Log.Turn(Now.Id, CancellationToken.None);
        await CatchUp();
        while (!await Settled(letters))
        {
        }
    }

    /// <summary>Decides and appends once; false when the log had moved, and has been followed.</summary>
    private async Task<bool> Settled(List<CommandLetter> letters)
    {
        var deliberation = Deliberation.On(Now, letters, around.Terms(Now.Id), around.Now);
        switch (await Append(deliberation))
        {
            case AppendOutcome.Conflict conflict:
                Follow(conflict.Missing);
                return false;
            case AppendOutcome.StillPresent present:
                Spare(letters, present);
                return letters.Count == 0;
            default:
                Commit(deliberation);
                foreach (var letter in letters) Deliver(letter);
                return true;
        }
    }

    private async Task<AppendOutcome> Append(Deliberation deliberation)
    {
        if (deliberation.Entries.Count == 0) return new AppendOutcome.Appended(Now.Version);
        using var activity = ConferenceMeter.Source.StartActivity("append")?.SetTag("plenum.conference", Now.Id).SetTag("plenum.events", deliberation.Entries.Count);
        var began = around.Time.GetTimestamp();
        var outcome = await around.Log.Append(deliberation.ToAppend(), CancellationToken.None);
        around.Meter.Appended(deliberation.Entries.Count, around.Time.GetElapsedTime(began));
        return outcome;
    }

    private void Commit(Deliberation deliberation)
    {
        if (deliberation.Steps.Count == 0) return;
        Step(deliberation.Steps);
        around.Logger.Told(Now.Id, deliberation.Steps);
        if (Now.Version - snapshotAt < SnapshotEvery) return;
        snapshotAt = Now.Version;
        _ = KeepSnapshot(Now);
    }

    private void Step(IReadOnlyList<Step> steps)
    {
        Now = steps[^1].After;
        foreach (var step in steps)
        {
            history.Add(step);
            Slides.Keep(step.After);
            if (step.Happened is ParticipantJoined joined) Pulses.Came(joined.Participant.Id);
            if (step.Happened is DialAnswered answered) around.Legs.PickedUp(answered.Id);
            if (step.Happened is ParticipantLeft left) Pulses.Went(left.Id);
        }

        Audience.Tell(steps);
    }

    private void Deliver(CommandLetter letter)
    {
        if (letter.Decision is Decision.Accepted { Signal: { } signal })
        {
            if (signal.Name is "dtmf") around.Legs.PressKeys(signal.To, signal.Payload);
            else Audience.Whisper(signal.To, SseText.Event(signal.Name, System.Text.Encoding.UTF8.GetBytes(signal.Payload)));
        }

        letter.Deliver();
    }

    /// <summary>Applies entries that this node did not decide: those of another node, or those found at a start.</summary>
    private void Follow(IReadOnlyList<LogEntry> entries)
    {
        var steps = new List<Step>(entries.Count);
        var conference = Now;
        foreach (var entry in entries)
        {
            if (conference.Version == 0) conference = conference with { Version = entry.Version - 1 };
            var before = conference;
            var happened = EventRecord.Read(entry);
            conference = before.Apply(happened, entry.At);
            steps.Add(new Step(before, happened, conference, entry.Text));
        }

        if (steps.Count > 0) Step(steps);
    }

    private async Task CatchUp()
    {
        Follow(await around.Log.Read(Now.Id, Now.Version, CancellationToken.None));
        doubtful = false;
    }

    private void Spare(List<CommandLetter> letters, AppendOutcome.StillPresent present)
    {
        foreach (var id in present.Participants) Pulses.Spare(new ParticipantId(id), Pulse.Lifetime);
        var spared = letters.Where(letter => letter.Command is Leave { Reason: Reasons.TimerExpired, Subject: { } subject }
            && present.Participants.Contains(subject.Value)).ToList();
        foreach (var letter in spared)
        {
            letter.Decision = Decision.Nothing;
            letter.Deliver();
            letters.Remove(letter);
        }
    }

    private async Task KeepSnapshot(Conference conference)
    {
        try
        {
            await around.Log.Keep(FoldedConference.Of(conference).ToSnapshot(), CancellationToken.None);
        }
        catch (LogUnavailable e)
        {
            LiveLog.StorageAway(around.Logger, conference.Id, e.Message);
        }
    }

    /// <summary>A log whose beginning was trimmed is read from the first meeting that is still whole.</summary>
    private static IReadOnlyList<LogEntry> Tail(long version, IReadOnlyList<LogEntry> entries)
    {
        if (entries.Count == 0 || entries[0].Version == version + 1) return entries;
        return [.. entries.SkipWhile(entry => entry.Kind is not nameof(MeetingBegan))];
    }
}
