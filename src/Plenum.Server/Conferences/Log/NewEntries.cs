namespace Plenum.Server.Conferences.Log;

/// <summary>What one conference wants appended as a whole or not at all.</summary>
/// <param name="Conference">Whose log.</param>
/// <param name="Expected">The version that the decisions were made on.</param>
/// <param name="Entries">Versions <c>Expected + 1</c> onwards, in order.</param>
/// <param name="Occupied">Whether somebody is in the conference after these entries.</param>
/// <param name="Expiring">
/// Participants whom these entries remove because nobody heard from them. The append happens only if the presence row of
/// each is overdue or absent, and removes those rows in the same transaction: a racing refresh wins or loses whole.
/// </param>
/// <param name="Leaving">Participants whose presence rows go with these entries, whatever they say.</param>
public sealed record NewEntries(
    ConferenceId Conference,
    long Expected,
    IReadOnlyList<LogEntry> Entries,
    bool Occupied,
    IReadOnlyList<Guid> Expiring,
    IReadOnlyList<Guid> Leaving)
{
    /// <summary>Where the conference stands once these are appended.</summary>
    public long Reached => Expected + Entries.Count;

    /// <summary>Whether the entries continue the expected version without a gap; anything else is a bug of the caller.</summary>
    public bool Gapless => Expected >= 0 && Entries.Index().All(place => place.Item.Version == Expected + 1 + place.Index);
}

/// <summary>How an append ended, when the storage answered at all.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>Durable.</summary>
    public sealed record Appended(long Version) : AppendOutcome;

    /// <summary>Somebody else moved the conference first; these are the entries that the caller has not seen.</summary>
    public sealed record Conflict(IReadOnlyList<LogEntry> Missing) : AppendOutcome;

    /// <summary>Some of those thought gone have been heard from; nothing was written.</summary>
    public sealed record StillPresent(IReadOnlyList<Guid> Participants) : AppendOutcome;
}
