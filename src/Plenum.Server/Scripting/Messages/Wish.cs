using System.Text.Json;

namespace Plenum.Server.Scripting.Messages;

/// <summary>What a script wants to send: to which plugin, called what, with which callbacks, and to whom. Wrong is why it cannot be sent, or null.</summary>
internal sealed record Wish(string Plugin, string Name, JsonElement Body, IReadOnlyDictionary<string, string> Callbacks, string Target, IReadOnlyList<string>? Users, string? Conference, string? Wrong = null)
{
    public const string Code = "badRequest";

    private const int MostCallbacks = 50, MostUsers = 1_000, Longest = 64 * 1024, Deepest = 32, LongestName = 200;
    private static readonly string[] Targets = ["caller", "users", "allUsers", "conference"];

    /// <summary>From what the script's side handed over: the message without its callbacks, and these as pairs of name and text.</summary>
    public static Wish Read(JsonElement given)
    {
        var (message, pairs) = (given[0], given[1]);
        if (message.GetRawText().Length > Longest) return Not($"A message has at most {Longest} characters");
        if (Depth(message) > Deepest) return Not($"A message is at most {Deepest} deep");
        // Published scripts leave it out where they mean the page itself.
        if (!message.TryGetProperty("scope", out _)) message = BuiltIn.Scoped(message);
        if (Text(message, "scope") is not { } scope) return Not("scope is a text, such as plugin:sample");
        if (PluginOf(scope) is not { } plugin) return Not($"The scope {Short(scope)} is not offered; there are plugin:NAME, uiService:NAME and global");
        if (Text(message, "name") is not { Length: > 0 and <= LongestName } name) return Not($"name is required, a text of up to {LongestName} characters");
        if (plugin.Length == 0 && BuiltIn.Wrong(name, message) is { } wrong) return Not(wrong);
        var target = message.TryGetProperty("target", out var to) && to.ValueKind is not JsonValueKind.Null ? to.ValueKind is JsonValueKind.String ? to.GetString()! : "" : "caller";
        if (!Targets.Contains(target)) return Not($"target is one of {string.Join(", ", Targets)}");
        if (UsersOf(message) is not { } users) return Not($"targetUsers is a list of at most {MostUsers} ids");
        if (target == "conference" && Text(message, "conference") is null) return Not("conference is required with the target conference: the alias of one");
        if (pairs.GetArrayLength() > MostCallbacks || pairs.EnumerateArray().Any(pair => pair[1].GetString()!.Length > Longest || pair[0].GetString()!.Length is 0 or > LongestName))
            return Not($"A message has at most {MostCallbacks} callbacks, of {Longest} characters each");
        return new Wish(plugin, name, message.Clone(), pairs.EnumerateArray().ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetString()!), target, users.Count > 0 ? users : null, Text(message, "conference"));
    }

    /// <summary>A service of a package is called after the package as well; here it has its own name.</summary>
    private static string? PluginOf(string scope) =>
        scope == BuiltIn.Scope ? ""
        : scope.StartsWith("plugin:", StringComparison.Ordinal) && scope["plugin:".Length..] is { Length: > 0 } plugin ? plugin
        : scope.StartsWith("uiService:", StringComparison.Ordinal) && scope["uiService:".Length..].Split('.')[^1] is { Length: > 0 } service ? service
        : null;

    private static List<string>? UsersOf(JsonElement message)
    {
        if (!message.TryGetProperty("targetUsers", out var users) || users.ValueKind is JsonValueKind.Null) return [];
        return users.ValueKind is JsonValueKind.Array && users.GetArrayLength() <= MostUsers && users.EnumerateArray().All(user => user.ValueKind is JsonValueKind.String)
            ? [.. users.EnumerateArray().Select(user => user.GetString()!).Distinct()]
            : null;
    }

    private static int Depth(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => 1 + of.EnumerateObject().Select(inner => Depth(inner.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array => 1 + of.EnumerateArray().Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    private static string Short(string text) => text.Length > 100 ? text[..100] : text;

    private static Wish Not(string why) => new("", "", default, new Dictionary<string, string>(), "", null, null, why);
}
