using Plenum.Contracts.Scripts;

namespace Plenum.Server.Scripting.Hosts;

/// <summary>Where a running script reaches the server: what it asks is answered, what it writes is taken down.</summary>
internal sealed record SysDesk(Func<SysCall, CancellationToken, Task<SysReply>> Answer, Action<ScriptLine> Write)
{
    public static SysReply Refused(string code, string message) => new(Code: code, Message: message);

    /// <summary>The sentence for what a script asks of a server that has no such thing.</summary>
    public static SysReply NotOffered(SysCall call) => Refused("systemException", $"{call.Name} is not offered by this server");
}
