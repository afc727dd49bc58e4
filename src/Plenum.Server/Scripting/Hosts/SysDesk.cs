using System.Text.Json;
using Plenum.Contracts.Scripts;

namespace Plenum.Server.Scripting.Hosts;

/// <summary>Where a running script reaches the server: what it asks is answered, what it writes is taken down.</summary>
internal sealed record SysDesk(Func<SysCall, CancellationToken, Task<SysReply>> Answer, Action<ScriptLine> Write)
{
    /// <summary>Calls in which a run does nothing but wait.</summary>
    public const string Wait = "script.wait", Lock = "concurrency.lock", Next = "ui.next";

    /// <summary>How long is none of our business: runs that take too long are ended from outside.</summary>
    public static TimeSpan WaitOf(SysCall call)
    {
        using var given = JsonDocument.Parse(call.Arguments);
        return given.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list[0].ValueKind is JsonValueKind.Number && list[0].TryGetDouble(out var ms)
            ? TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, TimeSpan.FromHours(1).TotalMilliseconds)) : TimeSpan.Zero;
    }

    public static SysReply Refused(string code, string message) => new(Code: code, Message: message);

    /// <summary>The sentence for what a script asks of a server that has no such thing.</summary>
    public static SysReply NotOffered(SysCall call) => Refused("systemException", $"{call.Name} is not offered by this server");
}
