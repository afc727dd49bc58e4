using System.Data.Common;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Management.Support;

/// <summary>
/// Takes secrets out of what is handed to strangers: those that this server knows by their very text, and whatever looks like one.
/// It takes too much rather than too little.
/// </summary>
internal sealed partial class Redaction
{
    public const string Mark = "[removed]";

    /// <summary>Shorter texts would tear holes into everything else.</summary>
    private const int Shortest = 4;

    private readonly IReadOnlyList<string> known;

    public Redaction(ServerSettings settings, IEnumerable<string> secrets) => known =
    [
        .. secrets.Concat(SecretsOf(ToJson(settings))).Concat(settings.Database is { } database ? InConnection(database) : [])
            .Where(secret => secret.Length >= Shortest).Distinct().OrderByDescending(secret => secret.Length),
    ];

    /// <summary>A text without secrets.</summary>
    public string Of(string text)
    {
        foreach (var secret in known) text = text.Replace(secret, Mark, StringComparison.Ordinal);
        text = PrivateKey().Replace(text, Mark);
        text = UserOfAddress().Replace(text, $"://{Mark}@");
        text = SaidOfScheme().Replace(text, found => $"{found.Groups[1].Value} {Mark}");
        text = Named().Replace(text, found => $"{found.Groups[1].Value}{Mark}");
        text = OwnKey().Replace(text, Mark);
        return Long().Replace(text, found => LooksRandom(found.Value) ? Mark : found.Value);
    }

    /// <summary>The settings as they count, secrets aside.</summary>
    public JsonNode Of(ServerSettings settings)
    {
        var tree = ToJson(settings);
        if (settings.Database is { } database) tree["database"] = Connection(database);
        return Of(tree)!;
    }

    /// <summary>The same for what has members: each text by itself, so that what comes out can still be read.</summary>
    public JsonNode? Of(JsonNode? tree) => tree switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Of(member.Key), SecretName().IsMatch(member.Key) && Says(member.Value) is not null ? Mark : Of(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Of)]),
        _ when Says(tree) is { } text => Of(text),
        _ => tree?.DeepClone(),
    };

    /// <summary>A connection string with nothing left that lets anybody in.</summary>
    internal static string Connection(string text)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            foreach (var key in parts.Keys.Cast<string>().Where(key => SecretName().IsMatch(key)).ToList()) parts[key] = Mark;
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return Mark;
        }
    }

    private static IEnumerable<string> InConnection(string text)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            return [.. parts.Keys.Cast<string>().Where(key => SecretName().IsMatch(key)).Select(key => $"{parts[key]}")];
        }
        catch (ArgumentException)
        {
            return [text, .. text.Split([' ', ';', '='], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 6)];
        }
    }

    private static JsonObject ToJson(ServerSettings settings) =>
        (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(settings, System.Text.Json.JsonSerializerOptions.Web)!;

    private static IEnumerable<string> SecretsOf(JsonObject tree) => tree.SelectMany(member => member.Value switch
    {
        JsonObject inner => SecretsOf(inner),
        var value => SecretName().IsMatch(member.Key) && Says(value) is { } text ? [text] : [],
    });

    private static string? Says(JsonNode? value) => value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Capitals, small letters and digits in one long word: a token, not something that people write.</summary>
    private static bool LooksRandom(string word) => word.Any(char.IsAsciiDigit)
        && ((word.Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiLetterLower)) || (word.Length >= 48 && word.All(char.IsAsciiHexDigit)));

    [GeneratedRegex("passw|pwd|secret|token|credential|^pin$|apikey|privatekey", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretName();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(-----END [A-Z ]*PRIVATE KEY-----)?", RegexOptions.NonBacktracking)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"://[^/\s@""]+@", RegexOptions.NonBacktracking)]
    private static partial Regex UserOfAddress();

    [GeneratedRegex(@"\b(Bearer|Basic|Digest)\s+[A-Za-z0-9+/=._~-]{6,}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SaidOfScheme();

    [GeneratedRegex(@"((?:authorization|token|password|passwd|pwd|secret|pin|api[-_ ]?key|cookie|session|code|seal|preview|plenum_admin)[\\""']*\s*[=:]\s*[\\""']*)[^\s,;&""'\\\[\]{}<>]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"plenum_[A-Za-z0-9_-]{8,}", RegexOptions.NonBacktracking)]
    private static partial Regex OwnKey();

    [GeneratedRegex(@"[A-Za-z0-9_-]{32,}", RegexOptions.NonBacktracking)]
    private static partial Regex Long();
}
