using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Conferences.Record;

/// <summary>Turns events into log entries and back. An entry of an unknown kind is never skipped.</summary>
internal static class EventRecord
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> Kinds = typeof(ConferenceEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ConferenceEvent)))
        .ToFrozenDictionary(type => type.Name, type => EventJson.Default.GetTypeInfo(type)
            ?? throw new InvalidOperationException($"{type.Name} is missing from EventJson."));

    public static LogEntry Write(ConferenceEvent happened, long version, DateTimeOffset at, Actor by, string? text)
    {
        var kind = happened.GetType().Name;
        return new LogEntry(
            version,
            at,
            kind,
            JsonSerializer.Serialize(happened, Kinds[kind]),
            JsonSerializer.Serialize(by, EventJson.Default.Actor),
            text);
    }

    public static ConferenceEvent Read(LogEntry entry)
    {
        if (!Kinds.TryGetValue(entry.Kind, out var type)) throw new UnknownEvent(entry.Kind);
        try
        {
            return (ConferenceEvent?)JsonSerializer.Deserialize(entry.Body, type) ?? throw new UnknownEvent(entry.Kind);
        }
        catch (JsonException e)
        {
            throw new UnknownEvent(entry.Kind, e);
        }
    }

    public static Actor ReadCause(LogEntry entry) => JsonSerializer.Deserialize(entry.Cause, EventJson.Default.Actor)!;
}

/// <summary>This program is too old, or the log too broken, to serve the conference: it must not be guessed at.</summary>
public sealed class UnknownEvent(string kind, Exception? inner = null)
    : Exception($"The log holds an event of kind '{kind}' that this version cannot read; the conference is not served until a newer version runs.", inner);
