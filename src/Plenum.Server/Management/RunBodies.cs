using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Accounts;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Management;

/// <summary>A run that an administrator wants: with this event, about this record.</summary>
internal sealed record RunWish
{
    public JsonElement? Event { get; init; }

    /// <summary>The conference, participant or any other object that the run is about.</summary>
    public JsonElement? Record { get; init; }

    public Occasion Occasion(Administrator who) => new("manual", Node(Event) ?? new JsonObject(), Node(Record), new Person(who.Name, who.Name));

    private static JsonNode? Node(JsonElement? element) => element is { ValueKind: not JsonValueKind.Undefined } given ? JsonNode.Parse(given.GetRawText()) : null;
}

/// <summary>A run that is over: returned, threw, stopped (at a limit), lost (its process fell) or notBegun.</summary>
public sealed record RunBody(
    Guid Id, string Listener, string Cause, DateTimeOffset At, long TookMs, long PeakBytes, string Outcome, string Message, string Stack, long Line)
{
    /// <summary>What it returned; told only to who ran it, and kept nowhere.</summary>
    public JsonElement? Value { get; init; }

    internal static RunBody Of(Run run) => new(
        run.Id, run.Listener, run.Cause, run.At, (long)run.Report.Took.TotalMilliseconds, run.Report.PeakBytes, run.Outcome, run.Message, run.Stack, run.Line)
    {
        Value = run.Value is { } value ? JsonDocument.Parse(value).RootElement : null,
    };

    internal static RunBody Of(RunRow row) => new(
        Guid.Parse(row.Id), row.Listener, row.Cause, Stored.Time(row.At), row.TookMs, row.PeakBytes, row.Outcome, row.Message, row.Stack, row.Line);
}
