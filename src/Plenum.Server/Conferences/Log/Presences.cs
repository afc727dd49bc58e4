namespace Plenum.Server.Conferences.Log;

/// <summary>Until when a participant counts as alive without another sign of life, and which of its tokens is current.</summary>
public sealed record Presence(Guid Participant, ConferenceId Conference, int Generation, string Node, DateTimeOffset ValidUntil);

/// <summary>The presence table: outside the log, written in batches, read at a take-over.</summary>
public abstract class Presences
{
    /// <summary>Inserts or replaces rows; one statement for the whole batch.</summary>
    public abstract Task Write(IReadOnlyList<Presence> presences, CancellationToken cancellation);

    /// <summary>
    /// Renews rows that are there, and returns the participants whose rows are not: they left, or expired while the refresh
    /// was under way, so their refresh must not be acknowledged before the log has been read.
    /// </summary>
    public abstract Task<IReadOnlyList<Guid>> Refresh(IReadOnlyList<Presence> presences, CancellationToken cancellation);

    public abstract Task<IReadOnlyList<Presence>> Of(ConferenceId conference, CancellationToken cancellation);
}
