namespace Plenum.Server.Plugins.Registry;

/// <summary>A plugin as it was put: by whom, when, and which secrets are set. What those are stays where it is.</summary>
public sealed record RegisteredPlugin(UiPlugin Plugin, IReadOnlyCollection<string> Secrets, DateTimeOffset At, string Who);
