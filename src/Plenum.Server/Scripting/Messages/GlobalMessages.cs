using System.Text.Json;

namespace Plenum.Server.Scripting.Messages;

/// <summary>What a script may send to the app itself, in the scope <c>global</c>: which messages there are, and what each needs.</summary>
internal static class GlobalMessages
{
    private static readonly string[] Kinds = ["info", "success", "warning", "error"], States = ["running", "success", "error"];

    private static readonly Dictionary<string, Part[]> Known = new()
    {
        ["showMessage"] = [new("title", true), new("message", true), new("type") { OneOf = Kinds }, new("keepVisible") { Kind = JsonValueKind.True }],
        ["openExternalLink"] = [new("url", true) { IsAddress = true }, new("newTab") { Kind = JsonValueKind.True }],
        ["reload"] = [new("goToDefaultView") { Kind = JsonValueKind.True }],
        ["navigate"] = [new("view", true), new("recordId"), new("viewType"), new("filters") { Kind = JsonValueKind.Object }, new("parameters") { Kind = JsonValueKind.Object }],
        ["historyBack"] = [],
        ["downloadFile"] = [new("fileId", true)],
        ["startTask"] = [new("taskId", true), new("taskTitle", true), new("taskMessage")],
        ["updateTask"] = [new("taskId", true), new("taskTitle"), new("taskMessage"), new("taskStatus") { OneOf = States }, new("progress") { Kind = JsonValueKind.Number }],
    };

    /// <summary>What keeps a message from being sent, or null.</summary>
    public static string? Wrong(string name, JsonElement message)
    {
        if (!Known.TryGetValue(name, out var parts)) return $"The global message {name} is not offered; there are {string.Join(", ", Known.Keys)}";
        return parts.Select(part => part.Wrong(name, message)).FirstOrDefault(wrong => wrong is not null);
    }

    private sealed record Part(string Name, bool Needed = false)
    {
        public JsonValueKind Kind { get; init; } = JsonValueKind.String;

        public string[]? OneOf { get; init; }

        public bool IsAddress { get; init; }

        public string? Wrong(string message, JsonElement of)
        {
            if (!of.TryGetProperty(Name, out var value) || value.ValueKind is JsonValueKind.Null) return Needed ? $"{message} needs {Name}" : null;
            if (Simple(value.ValueKind) != Kind) return $"{Name} of {message} is {Word}";
            if (OneOf is not null && !OneOf.Contains(value.GetString())) return $"{Name} of {message} is one of {string.Join(", ", OneOf)}";
            return IsAddress && !(Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel" or "sip" or "sips")
                ? $"{Name} of {message} is a whole address of a page, a mail box or a telephone" : null;
        }

        private static JsonValueKind Simple(JsonValueKind kind) => kind is JsonValueKind.False ? JsonValueKind.True : kind;

        private string Word => Kind switch { JsonValueKind.True => "true or false", JsonValueKind.Object => "an object", JsonValueKind.Number => "a number", _ => "a text" };
    }
}
