using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Plenum.Server.Management;

/// <summary>What somebody looks for in the audit, as the address says it; what is empty narrows nothing.</summary>
public sealed record AuditFilter
{
    public static readonly AuditFilter All = new();

    /// <summary>A text that is looked for in all that is written.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    /// <summary>Whose changes, by the whole name.</summary>
    [FromQuery(Name = "who")]
    public string? Who { get; init; }

    /// <summary>Which kind of change, in the words of the audit, such as <c>branding activated</c>.</summary>
    [FromQuery(Name = "what")]
    public string? What { get; init; }

    /// <summary>The first day, in UTC.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last day, in UTC.</summary>
    [FromQuery(Name = "until")]
    public string? Until { get; init; }

    /// <summary>The same in an address.</summary>
    public string ToQuery() => string.Join('&', Parts.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    private IEnumerable<(string Name, string? Value)> Parts => [("search", Search), ("who", Who), ("what", What), ("from", From), ("until", Until)];

    public long Begin() => Day(From, "from")?.ToUnixTimeMilliseconds() ?? 0;

    public long End() => Day(Until, "until")?.AddDays(1).ToUnixTimeMilliseconds() ?? long.MaxValue;

    public string Like() => $"%{Plain(Search).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";

    /// <summary>As columns are compared; PostgreSQL cannot be asked for the one character.</summary>
    public static string Plain(string? text) => $"{text}".Trim().Replace("\0", "", StringComparison.Ordinal).ToLowerInvariant();

    private static DateTimeOffset? Day(string? text, string member) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : throw new Unacceptable(member, $"{member} is a day such as 2026-11-30, in UTC.");
}
