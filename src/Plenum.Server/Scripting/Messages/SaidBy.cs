using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Messages;

/// <summary>What a page said, as scripts are told of it, and what the runs are called that it causes.</summary>
internal static class SaidBy
{
    public static Occasion Occasion(Saying saying, UiMessage? message) => new(
        saying.Callback is null ? "event" : "callback",
        Event(saying, message),
        Record(saying),
        new Person(saying.User, saying.Person, saying.Account.Length > 0 ? saying.Account : null),
        saying.Address,
        saying.Tab,
        saying.Conference)
    {
        Message = saying.Message,
    };

    /// <summary>The same for the same saying and listener (or the callback itself, without a name), so that it is run once, however often it is begun.</summary>
    public static Guid Run(Saying saying, string listener) => QueuedRun.Named(listener, Happening(saying, listener));

    public static string Happening(Saying saying, string listener) => $"{saying.Tab}\n{saying.Seq}\n{listener}";

    public static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());

    /// <summary>As listeners get it. What the plugin was sent is taken from here, whatever the page says it was.</summary>
    private static JsonObject Event(Saying saying, UiMessage? message)
    {
        var happened = new JsonObject { ["type"] = "PLUGIN", ["date"] = saying.At.ToUnixTimeMilliseconds(), ["plugin"] = saying.Plugin, ["event"] = saying.Event };
        if (saying.Callback is not null) happened["callback"] = saying.Callback;
        happened["data"] = message is null ? Node(saying.Body) : new JsonObject { ["originalMessage"] = Node(message.Body), ["callbackData"] = Node(saying.Body) };
        happened["connection"] = saying.Tab;
        return happened;
    }

    /// <summary>The participant whose page it is, or the user of another app.</summary>
    private static JsonObject Record(Saying saying) => new()
    {
        ["id"] = saying.User,
        ["label"] = saying.Person,
        ["name"] = saying.Person,
        ["email"] = saying.Account.Length > 0 ? saying.Account : null,
        ["conference"] = saying.Conference,
    };
}
