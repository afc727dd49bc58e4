using Plenum.Server.Chat;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Conferences.Streams;

namespace Plenum.Server.Conferences.Live;

/// <summary>
/// What was said while somebody was away, for a client that says since when: a sync tells how things are, but words that
/// were said are in no state. Only words said to where the client is now, and only as long as their texts are kept.
/// </summary>
internal sealed record MissedMessages(long UpTo, IReadOnlyList<(long Version, MessageSent Sent, string Text)> Messages)
{
    /// <summary>Further back than this, nobody wants to be told again.</summary>
    public const long Furthest = 5000;

    public static readonly MissedMessages None = new(long.MaxValue, []);

    public static async Task<MissedMessages> Since(ConferenceLog log, Conference now, long version, CancellationToken cancellation)
    {
        if (version >= now.Version || now.Version - version > Furthest) return None;
        var entries = await log.Read(now.Id, version, cancellation);
        var said = entries
            .Where(entry => entry.Kind is nameof(MessageSent) && entry.Text is not null)
            .Select(entry => (entry.Version, (MessageSent)EventRecord.Read(entry), entry.Text!));
        return new MissedMessages(entries.Count == 0 ? version : entries[^1].Version, [.. said]);
    }

    /// <summary>As steps that change nothing, in their order; what was appended since the log was read comes from the history.</summary>
    public IEnumerable<Step> Steps(Conference now, History history) => Messages
        .Select(message => new Step(now, message.Sent, now with { Version = message.Version }, message.Text))
        .Concat(history.After(UpTo).Where(step => step.Happened is MessageSent));
}
