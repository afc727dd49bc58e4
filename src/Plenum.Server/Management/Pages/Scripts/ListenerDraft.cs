using System.Text.Json;
using Plenum.Server.Scripting.Listeners;

namespace Plenum.Server.Management.Pages.Scripts;

/// <summary>A listener as it stands in the form. An event and one of its callbacks are one choice there.</summary>
public sealed record ListenerDraft
{
    private const char Between = '>';

    public bool IsNew { get; init; }

    public string Name { get; init; } = "";

    public string Label { get; init; } = "";

    public string Type { get; init; } = "";

    public string Plugin { get; init; } = "";

    /// <summary>The event, or <c>event&gt;callback</c>.</summary>
    public string Happened { get; init; } = "";

    public string Script { get; init; } = "";

    public bool Enabled { get; init; } = true;

    public bool Background { get; init; }

    public string Queue { get; init; } = Listener.UsualQueue;

    public string Concurrency { get; init; } = "";

    public string Retries { get; init; } = "0";

    public IReadOnlyList<string> Events { get; init; } = [];

    public string Conference { get; init; } = "";

    public string Cron { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public string Secret { get; init; } = "";

    public bool HasSecret { get; init; }

    public string SampleEvent { get; init; } = "{}";

    public string SampleRecord { get; init; } = "";

    public static string Of(ListenerType type) => JsonNamingPolicy.CamelCase.ConvertName($"{type}");

    public static ListenerDraft Of(KeptListener kept) => new()
    {
        Name = kept.Listener.Name,
        Label = kept.Listener.Label,
        Type = Of(kept.Listener.Type),
        Plugin = kept.Listener.Plugin ?? "",
        Happened = kept.Listener.Callback is { } callback ? $"{kept.Listener.Event}{Between}{callback}" : kept.Listener.Event ?? "",
        Script = kept.Listener.Script,
        Enabled = kept.Listener.Enabled,
        Background = kept.Listener.Background,
        Queue = kept.Listener.Queue,
        Concurrency = $"{kept.Listener.Concurrency}",
        Retries = $"{kept.Listener.Retries}",
        Events = kept.Listener.Events,
        Conference = kept.Listener.Conference ?? "",
        Cron = kept.Listener.Cron ?? "",
        TimeZone = kept.Listener.TimeZone ?? "",
        HasSecret = kept.HasSecret,
    };

    public static ListenerDraft Read(IFormCollection form)
    {
        string Text(string name) => $"{form[name]}".Trim();
        return new ListenerDraft
        {
            IsNew = form["isNew"] == "true",
            Name = Text("name"),
            Label = Text("label"),
            Type = Text("type"),
            Plugin = Text("plugin"),
            Happened = Text("happened"),
            Script = $"{form["script"]}".ReplaceLineEndings("\n"),
            Enabled = form["enabled"] == "true",
            Background = form["background"] == "true",
            Queue = Text("queue"),
            Concurrency = Text("concurrency"),
            Retries = Text("retries"),
            Events = [.. form["events"].OfType<string>()],
            Conference = Text("conference"),
            Cron = Text("cron"),
            TimeZone = Text("timeZone"),
            Secret = $"{form["secret"]}",
        };
    }

    /// <summary>A secret that was not typed stays.</summary>
    internal Sent<ListenerWish> Wish()
    {
        var type = Enum.TryParse<ListenerType>(Type, ignoreCase: true, out var parsed) ? parsed : throw new Unacceptable("type", "Choose a type.");
        var (happened, callback) = Happened.Split(Between) switch { [var one, var two] => (one, two), _ => (Happened, null) };
        var wish = new ListenerWish
        {
            Label = Label.Length > 0 ? JsonSerializer.SerializeToElement(Label) : null,
            Type = type,
            Plugin = type is ListenerType.UiPlugin ? Plugin : null,
            Event = type is ListenerType.UiPlugin ? happened : type is ListenerType.Manual && happened.Length > 0 ? happened : null,
            Callback = type is ListenerType.UiPlugin ? callback : null,
            Script = Script,
            Enabled = Enabled,
            Background = Background,
            Queue = Queue.Length > 0 ? Queue : null,
            Concurrency = Number(Concurrency, "concurrency"),
            Retries = Number(Retries, "retries"),
            Events = type is ListenerType.Conference ? Events : null,
            Conference = type is ListenerType.Conference && Conference.Length > 0 ? Conference : null,
            Cron = type is ListenerType.Schedule ? Cron : null,
            TimeZone = type is ListenerType.Schedule && TimeZone.Length > 0 ? TimeZone : null,
            Secret = Secret.Length > 0 ? Secret : null,
        };
        return new Sent<ListenerWish>(wish, Secret.Length > 0 && type is ListenerType.Webhook ? new HashSet<string> { "secret" } : new HashSet<string>());
    }

    private static int? Number(string text, string name) => text.Length == 0 ? null : int.TryParse(text, out var number) ? number : throw new Unacceptable(name, $"{name} is a whole number.");
}
