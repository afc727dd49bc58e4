namespace Plenum.Server.Conferences.Log;

/// <summary>One step of a conference as it is stored. The log does not know what the body means.</summary>
/// <param name="Version">Its place in the conference's log, from 1.</param>
/// <param name="At">When it was decided; never earlier than the entry before it.</param>
/// <param name="Kind">The event's name.</param>
/// <param name="Body">The event as JSON.</param>
/// <param name="Cause">Who caused it, as JSON.</param>
/// <param name="Text">Chat text, kept in a side table that is trimmed earlier; null once trimmed.</param>
public sealed record LogEntry(long Version, DateTimeOffset At, string Kind, string Body, string Cause, string? Text);

/// <summary>A folded state at a version, stamped with a hash of the state's shape.</summary>
public sealed record LogSnapshot(ConferenceId Conference, long Version, string Stamp, string Body);

/// <summary>A conference's log reached this version.</summary>
public readonly record struct Moved(ConferenceId Conference, long Version);

/// <summary>Chat texts go before <paramref name="TextsBefore"/>; entries before <paramref name="EntriesBefore"/> go where a snapshot covers them.</summary>
public sealed record Retention(DateTimeOffset TextsBefore, DateTimeOffset EntriesBefore);

/// <summary>How much a trim removed.</summary>
public readonly record struct Trimmed(long Texts, long Entries);

/// <summary>The storage did not answer in time or answered with an error of its own.</summary>
public sealed class LogUnavailable(string message, Exception inner) : Exception(message, inner);
