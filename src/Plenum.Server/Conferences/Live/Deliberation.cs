using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>
/// One batch of commands decided one after another, each on what the ones before it made of the conference. Nothing of it
/// is true until the log has taken it.
/// </summary>
internal sealed class Deliberation
{
    private readonly List<Guid> expiring = [];
    private readonly List<Guid> leaving = [];

    private Deliberation(Conference start) => (Start, Outcome) = (start, start);

    public Conference Start { get; }

    public Conference Outcome { get; private set; }

    public List<Step> Steps { get; } = [];

    public List<LogEntry> Entries { get; } = [];

    public static Deliberation On(
        Conference start, IReadOnlyList<CommandLetter> letters, ConferenceTerms terms, DateTimeOffset now)
    {
        var deliberation = new Deliberation(start);
        var at = now > start.LastEventAt ? now : start.LastEventAt;
        foreach (var letter in letters) deliberation.Take(letter, new Circumstances(at, terms, Guid.NewGuid()));
        return deliberation;
    }

    public NewEntries ToAppend() => new(
        Start.Id, Start.Version, Entries, Outcome.Participants.Count > 0, expiring, leaving);

    private void Take(CommandLetter letter, Circumstances circumstances)
    {
        letter.Decision = Outcome.Decide(letter.Command, letter.By, circumstances);
        if (letter.Decision is not Decision.Accepted accepted) return;
        foreach (var happened in accepted.Events)
        {
            var before = Outcome;
            Outcome = before.Apply(happened, circumstances.Now);
            var text = happened is Chat.MessageSent ? accepted.Text : null;
            Steps.Add(new Step(before, happened, Outcome, text));
            Entries.Add(EventRecord.Write(happened, Outcome.Version, circumstances.Now, letter.By, text));
            if (happened is ParticipantLeft left) (left.Reason is Reasons.TimerExpired ? expiring : leaving).Add(left.Id.Value);
        }
    }
}
