using System.Text.Json;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Listeners;

namespace Plenum.Server.Management;

/// <summary>A listener as it is to be.</summary>
internal sealed record ListenerWish
{
    private const int LongestScript = 800_000;

    /// <summary>Types of which something happens here.</summary>
    private static readonly ListenerType[] Offered = [ListenerType.UiPlugin, ListenerType.Webhook, ListenerType.Manual];

    public JsonElement? Label { get; init; }

    public ListenerType? Type { get; init; }

    /// <summary>Of a listener for a UI plugin.</summary>
    public string? Plugin { get; init; }

    /// <summary>Of a listener for a UI plugin: the event, or the message whose callbacks it waits for.</summary>
    public string? Event { get; init; }

    /// <summary>Of a listener for a UI plugin that waits for one callback only.</summary>
    public string? Callback { get; init; }

    public string? Script { get; init; }

    /// <summary>Of a webhook: requests are signed with it. Left out, it stays; null takes it away.</summary>
    public string? Secret { get; init; }

    public bool? Enabled { get; init; }

    /// <summary>Whoever causes a run is answered before it begins.</summary>
    public bool? Background { get; init; }

    public async Task<(Listener Listener, SecretWish Secret)> Read(ScriptName name, bool secretSent, UiPlugins plugins, CancellationToken cancellation)
    {
        if (Type is not { } type) throw new Unacceptable("type", "type is required: uiPlugin, webhook or manual.");
        if (!Offered.Contains(type)) throw new Unacceptable("type", $"This version runs listeners of the types uiPlugin, webhook and manual; {JsonNamingPolicy.CamelCase.ConvertName($"{type}")} is not there yet.");
        if (Script is not { Length: > 0 and <= LongestScript }) throw new Unacceptable("script", $"script is required: JavaScript, at most {LongestScript} characters.");
        if (secretSent && type is not ListenerType.Webhook) throw new Unacceptable("secret", "Only a webhook has a secret.");
        if (secretSent && Secret is { Length: < 8 or > 1000 }) throw new Unacceptable("secret", "secret has 8 to 1000 characters, or is null for none.");
        await JudgePlugin(type, plugins, cancellation);
        var listener = new Listener(name.Text, PluginReader.Label(Label, name.Text), type, Plugin, Event, Callback, Script, Enabled ?? true, Background ?? false);
        return (listener, new SecretWish(secretSent, Secret));
    }

    private async Task JudgePlugin(ListenerType type, UiPlugins plugins, CancellationToken cancellation)
    {
        if (type is not ListenerType.UiPlugin)
        {
            if ((Plugin ?? Event ?? Callback) is not null) throw new Unacceptable(Plugin is not null ? "plugin" : Event is not null ? "event" : "callback", "Only a listener of the type uiPlugin has a plugin, an event and a callback.");
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
    public static ListenerBody Of(KeptListener kept) => new(
        kept.Listener.Name, kept.Listener.Label, kept.Listener.Type, kept.Listener.Plugin, kept.Listener.Event, kept.Listener.Callback, kept.Listener.Script, kept.Listener.Enabled,
        kept.Listener.Background, kept.HasSecret, kept.Version, kept.At, kept.Who);
}
