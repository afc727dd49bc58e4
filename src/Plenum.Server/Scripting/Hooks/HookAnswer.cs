using System.Text.Json;
using Plenum.Server.Management;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Hooks;

/// <summary>
/// What a webhook answers: the value that its script returned as JSON, nothing for nothing, or what the script says in
/// <c>status</c>, <c>headers</c> and <c>body</c>. Why a script failed is for its author, in the log, and not for the caller.
/// </summary>
internal static class HookAnswer
{
    public static IResult Of(Run run) => run.Report.Outcome switch
    {
        Outcome.Returned returned => Returned(returned.Value),
        Outcome.NotBegun => Problem.Of(StatusCodes.Status503ServiceUnavailable, "Scripts cannot run now", "Try again in a moment."),
        _ => Problem.Of(StatusCodes.Status500InternalServerError, "The script failed", $"Its log says why: run {run.Id}."),
    };

    private static IResult Returned(string json)
    {
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        if (value.ValueKind is JsonValueKind.Null) return TypedResults.NoContent();
        if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty("status", out var told) || told.ValueKind is not JsonValueKind.Number || !told.TryGetInt32(out var status) || status is < 200 or > 599)
            return TypedResults.Text(json, "application/json; charset=utf-8");
        var headers = value.TryGetProperty("headers", out var given) && given.ValueKind is JsonValueKind.Object
            ? given.EnumerateObject().Where(header => header.Value.ValueKind is JsonValueKind.String && Sendable(header.Name, header.Value.GetString()!)).ToDictionary(header => header.Name, header => header.Value.GetString()!)
            : [];
        return new Told(status, headers, value.TryGetProperty("body", out var body) ? body.ValueKind is JsonValueKind.String ? body.GetString() : body.GetRawText() : null, body.ValueKind is JsonValueKind.String);
    }

    /// <summary>Headers that describe the content; those that steer browsers and connections are ours.</summary>
    private static bool Sendable(string name, string value) =>
        (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-') && value.Length <= 1000 && value.All(letter => letter is >= ' ' and < '\x7f');

    /// <summary>An answer in the script's own words. Sniffing is off for all of ours, and what looks like a page stays without rights.</summary>
    private sealed class Told(int status, Dictionary<string, string> headers, string? body, bool isText) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            var answer = context.Response;
            answer.StatusCode = status;
            answer.ContentType = body is null ? null : isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
            foreach (var (name, value) in headers) answer.Headers[name] = value;
            answer.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            return body is null || status is 204 or 304 ? Task.CompletedTask : answer.WriteAsync(body, context.RequestAborted);
        }
    }
}
