using System.Text.Json;
using Plenum.Server.Conferences;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Conferences;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Schedules;

namespace Plenum.Server.Management;

/// <summary>A listener as it is to be.</summary>
internal sealed record ListenerWish
{
    private const int LongestScript = 800_000;

    public JsonElement? Label { get; init; }

    public ListenerType? Type { get; init; }

    /// <summary>Of a listener for a UI plugin.</summary>
    public string? Plugin { get; init; }

    /// <summary>Of a listener for a UI plugin: the event, or the message whose callbacks it waits for. Of a manual one: an event that scripts trigger.</summary>
    public string? Event { get; init; }

    /// <summary>Of a listener for a UI plugin that waits for one callback only.</summary>
    public string? Callback { get; init; }

    public string? Script { get; init; }

    /// <summary>Of a webhook: requests are signed with it. Left out, it stays; null takes it away.</summary>
    public string? Secret { get; init; }

    public bool? Enabled { get; init; }

    /// <summary>Whoever causes a run is answered before it begins.</summary>
    public bool? Background { get; init; }

    /// <summary>Which queue its runs in the background are in: system, mix, light or heavy.</summary>
    public string? Queue { get; init; }

    /// <summary>How many of its runs in the background go on at once: 1 for one after the other in order, 0 for any number.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How often a run in the background that failed is made again, after one second, two, four and so on.</summary>
    public int? Retries { get; init; }

    /// <summary>Of a listener for conferences: joined, left, waiting, chat, hand, lock, dial.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Of a listener for conferences: an alias of the only one that it hears of; left out for all.</summary>
    public string? Conference { get; init; }

    /// <summary>Of a schedule: minute, hour, day of the month, month and day of the week, perhaps with a fixed second before them.</summary>
    public string? Cron { get; init; }

    /// <summary>Of a schedule: by whose clock, such as Europe/Zurich; UTC where it is left out.</summary>
    public string? TimeZone { get; init; }

    public async Task<(Listener Listener, SecretWish Secret)> Read(ScriptName name, bool secretSent, UiPlugins plugins, CancellationToken cancellation)
    {
        if (Type is not { } type) throw new Unacceptable("type", "type is required: uiPlugin, webhook, conference, schedule or manual.");
        if (Script is not { Length: > 0 and <= LongestScript }) throw new Unacceptable("script", $"script is required: JavaScript, at most {LongestScript} characters.");
        if (secretSent && type is not ListenerType.Webhook) throw new Unacceptable("secret", "Only a webhook has a secret.");
        if (secretSent && Secret is { Length: < 8 or > 1000 }) throw new Unacceptable("secret", "secret has 8 to 1000 characters, or is null for none.");
        await JudgePlugin(type, plugins, cancellation);
        JudgeConference(type);
        JudgeSchedule(type);
        JudgeQueue();
        var inOrder = type is ListenerType.Conference or ListenerType.Schedule;
        var listener = new Listener(name.Text, PluginReader.Label(Label, name.Text), type, Plugin, Event, Callback, Script, Enabled ?? true, inOrder || (Background ?? false))
        {
            Queue = Queue ?? Listener.UsualQueue,
            Concurrency = Concurrency ?? (inOrder ? 1 : 0),
            Retries = Retries ?? 0,
            Events = Events is null ? [] : [.. Events.Distinct()],
            Conference = Conference,
            Cron = Cron,
            TimeZone = TimeZone,
        };
        return (listener, new SecretWish(secretSent, Secret));
    }

    private void JudgeQueue()
    {
        if (Queue is not null && !Listener.Queues.Contains(Queue)) throw new Unacceptable("queue", $"queue is one of {string.Join(", ", Listener.Queues)}.");
        if (Concurrency is < 0 or > 64) throw new Unacceptable("concurrency", "concurrency is between 0 (any number) and 64.");
        if (Retries is < 0 or > 10) throw new Unacceptable("retries", "retries is between 0 and 10.");
    }

    private void JudgeConference(ListenerType type)
    {
        if (type is not ListenerType.Conference)
        {
            if (Events is not null || Conference is not null) throw new Unacceptable(Events is not null ? "events" : "conference", "Only a listener of the type conference has events and a conference.");
            return;
        }

        if (Events is not { Count: > 0 } events || events.Except(ConferenceTold.Events).Any()) throw new Unacceptable("events", $"events is a list of one or more of {string.Join(", ", ConferenceTold.Events)}.");
        if (Conference is not null && !ConferenceAlias.TryParse(Conference, null, out _)) throw new Unacceptable("conference", "conference is an alias, or left out for all conferences.");
    }

    private void JudgeSchedule(ListenerType type)
    {
        if (type is not ListenerType.Schedule)
        {
            if (Cron is not null || TimeZone is not null) throw new Unacceptable(Cron is not null ? "cron" : "timeZone", "Only a listener of the type schedule has cron and timeZone.");
            return;
        }

        if (Cron is not { Length: > 0 and <= 200 }) throw new Unacceptable("cron", "cron is required: minute, hour, day of the month, month, day of the week, such as 0 9 * * MON-FRI.");
        if (!Timetable.TryParse(Cron, TimeZone, out _, out var wrong)) throw new Unacceptable(wrong.Contains("time zone", StringComparison.Ordinal) ? "timeZone" : "cron", wrong);
    }

    private async Task JudgePlugin(ListenerType type, UiPlugins plugins, CancellationToken cancellation)
    {
        if (type is not ListenerType.UiPlugin)
        {
            if ((Plugin ?? Callback) is not null) throw new Unacceptable(Plugin is not null ? "plugin" : "callback", "Only a listener of the type uiPlugin has a plugin and a callback.");
            if (Event is not null && type is not ListenerType.Manual) throw new Unacceptable("event", "Only listeners of the types uiPlugin and manual have an event.");
            if (Event is { Length: 0 or > 200 }) throw new Unacceptable("event", "event has 1 to 200 characters.");
            return;
        }

        if (!ScriptName.TryParse(Plugin, null, out var name) || await plugins.Find(name, cancellation) is not { } found) throw new Unacceptable("plugin", $"There is no UI plugin {Plugin}; list them to see which there are.");
        if (Event is not { Length: > 0 } wanted || !found.Plugin.Sends(wanted))
            throw new Unacceptable("event", $"event is what {Plugin} declares: {string.Join(", ", found.Plugin.Events.Select(one => one.Name).Concat(found.Plugin.Functions.Select(one => one.Name)))}.");
    }
}

/// <summary>A listener as it is told; of its secret only whether there is one.</summary>
internal sealed record ListenerBody(
    string Name, string Label, ListenerType Type, string? Plugin, string? Event, string? Callback, string Script, bool Enabled, bool Background, bool HasSecret, long Version,
    DateTimeOffset ChangedAt, string ChangedBy)
{
    public string Queue { get; init; } = "";

    public int Concurrency { get; init; }

    public int Retries { get; init; }

    public IReadOnlyList<string> Events { get; init; } = [];

    public string? Conference { get; init; }

    public string? Cron { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>Of a schedule: when it is due next.</summary>
    public DateTimeOffset? Next { get; init; }

    public static ListenerBody Of(KeptListener kept) => new(
        kept.Listener.Name, kept.Listener.Label, kept.Listener.Type, kept.Listener.Plugin, kept.Listener.Event, kept.Listener.Callback, kept.Listener.Script, kept.Listener.Enabled,
        kept.Listener.Background, kept.HasSecret, kept.Version, kept.At, kept.Who)
    {
        Queue = kept.Listener.Queue,
        Concurrency = kept.Listener.Concurrency,
        Retries = kept.Listener.Retries,
        Events = kept.Listener.Events,
        Conference = kept.Listener.Conference,
        Cron = kept.Listener.Cron,
        TimeZone = kept.Listener.TimeZone,
        Next = kept.Listener is { Enabled: true, Cron: { } cron } && Timetable.TryParse(cron, kept.Listener.TimeZone, out var table, out _) ? table.After(DateTimeOffset.UtcNow) : null,
    };
}
