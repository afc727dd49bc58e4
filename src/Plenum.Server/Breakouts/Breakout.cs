using Plenum.Server.Participants;

namespace Plenum.Server.Breakouts;

/// <summary>What makes a room a breakout: its name, when it ends and how, and a guest's call for a host.</summary>
public sealed record Breakout(string Name, string Description)
{
    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public EndAction EndAction { get; init; } = EndAction.Transfer;

    public bool GuestsMayLeave { get; init; } = true;

    /// <summary>When somebody inside asked for a host.</summary>
    public DateTimeOffset? HelpWantedAt { get; init; }

    public ParticipantId? HelpWantedBy { get; init; }
}

/// <summary>What happens to the people in a breakout when its time is up.</summary>
public enum EndAction
{
    Transfer,
    Disconnect,
}
