namespace Plenum.Server.Management.Pages.Frame;

/// <summary>Something that was taken away, and the address that brings it back.</summary>
public sealed record RemovedLine(string Name, string About, DateTimeOffset At, string Restore);
