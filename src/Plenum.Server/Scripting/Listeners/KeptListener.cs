namespace Plenum.Server.Scripting.Listeners;

/// <summary>A listener in one of its versions: who put it, when, and whether it has a secret.</summary>
public sealed record KeptListener(Listener Listener, long Version, bool HasSecret, DateTimeOffset At, string Who)
{
    /// <summary>Since when it waits for what it waits for.</summary>
    public DateTimeOffset Since { get; init; }
}
