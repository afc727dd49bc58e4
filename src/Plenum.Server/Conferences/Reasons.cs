namespace Plenum.Server.Conferences;

/// <summary>Why somebody left, in the exact texts that official clients turn into messages.</summary>
public static class Reasons
{
    public const string Kicked = "Disconnected by another participant";
    public const string AllDisconnected = "Conference terminated by another participant";
    public const string Administrator = "Disconnected by an administrator";
    public const string AdministratorEnded = "Conference terminated by an administrator";
    public const string TimerExpired = "Timer expired awaiting token refresh";
    public const string HostNeverCame = "Timeout waiting for conference host to join or permit access to locked conference";
    public const string HostsGone = "All conference hosts departed hosted conference";
    public const string NobodyKeepsAlive = "No participants can keep conference alive";
    public const string CallRejected = "Call rejected";
    public const string CallDisconnected = "Call disconnected";
    public const string Left = "User initiated disconnect";
    public const string Transferred = "Transfer";
    public const string BreakoutClosed = "Breakout room closed";
}
