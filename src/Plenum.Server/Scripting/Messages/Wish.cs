using System.Text.Json;
using Plenum.Server.Scripting.Sys;

namespace Plenum.Server.Scripting.Messages;

/// <summary>What a script wants to send: to which plugin (or the app itself, where it is null), called what, with which callbacks, to whom and for how long.</summary>
internal sealed record Wish(string? Plugin, string Name, JsonElement Body, IReadOnlyDictionary<string, string> Callbacks, Address To)
{
    private const int MostCallbacks = 50, Longest = 64 * 1024, Deepest = 32, LongestName = 200;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(7);

    /// <summary>How long it waits for a page that is away; null for as long as is usual.</summary>
    public TimeSpan? Life { get; init; }

    /// <summary>How long somebody may take to answer; null for as long as they like.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What is run when nobody answered in time, as text; empty for nothing.</summary>
    public string OnTimeout { get; init; } = "";

    /// <summary>From what the script's side handed over: the message without its functions, callbacks as pairs of name and text, and what is done without an answer.</summary>
    public static Wish Read(JsonElement given)
    {
        var message = given[0];
        if (message.GetRawText().Length > Longest) throw NotForScripts.Bad($"A message has at most {Longest} characters");
        if (Depth(message) > Deepest) throw NotForScripts.Bad($"A message is at most {Deepest} deep");
        if (message.Member("name") is not { Length: > 0 and <= LongestName } name) throw NotForScripts.Bad($"name is required, a text of up to {LongestName} characters");
        // Published scripts leave the scope out where they mean the page itself.
        if (!message.TryGetProperty("scope", out _)) message = BuiltIn.Scoped(message);
        var (scope, onTimeout) = (message.Member("scope") ?? throw NotForScripts.Bad("scope is a text, such as plugin:sample"), given[2].GetString()!);
        var wish = new Wish(PluginOf(scope), name, message.Clone(), CallbacksOf(given[1]), Address.Read(message))
        {
            Life = Given.Span(message, "ttl", LongestLife),
            Timeout = Given.Span(message, "timeout", LongestLife),
            OnTimeout = onTimeout.Length <= Longest ? onTimeout : throw NotForScripts.Bad($"onTimeout has at most {Longest} characters"),
        };
        if (wish.OnTimeout.Length > 0 && wish.Timeout is null) throw NotForScripts.Bad("onTimeout needs timeout, in milliseconds");
        if (wish.Plugin is null && BuiltIn.Wrong(name, message) is { } wrong) throw NotForScripts.Bad(wrong);
        return wish;
    }

    /// <summary>Null for the app itself. A service of a package is called after the package as well; here it has its own name.</summary>
    private static string? PluginOf(string scope) =>
        scope == BuiltIn.Scope ? null
        : scope.StartsWith("plugin:", StringComparison.Ordinal) && scope["plugin:".Length..] is { Length: > 0 } plugin ? plugin
        : scope.StartsWith("uiService:", StringComparison.Ordinal) && scope["uiService:".Length..].Split('.')[^1] is { Length: > 0 } service ? service
        : throw NotForScripts.Bad($"The scope {(scope.Length > 100 ? scope[..100] : scope)} is not offered; there are plugin:NAME, uiService:NAME and global");

    private static Dictionary<string, string> CallbacksOf(JsonElement pairs)
    {
        if (pairs.GetArrayLength() > MostCallbacks || pairs.EnumerateArray().Any(pair => pair[1].GetString()!.Length > Longest || pair[0].GetString()!.Length is 0 or > LongestName))
            throw NotForScripts.Bad($"A message has at most {MostCallbacks} callbacks, of {Longest} characters each, with names of up to {LongestName}");
        return pairs.EnumerateArray().DistinctBy(pair => pair[0].GetString()).ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetString()!);
    }

    private static int Depth(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => 1 + of.EnumerateObject().Select(inner => Depth(inner.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array => 1 + of.EnumerateArray().Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
