using System.Collections.Frozen;
using System.Data.Common;
using System.Text.Json;
using Plenum.Contracts.Scripts;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Sys;

/// <summary>Every call of <c>sys</c> that reaches the server. What goes wrong comes back to the script as something it may catch.</summary>
internal sealed partial class SysTable(IEnumerable<SysRoom> rooms, ILogger<SysTable> logger)
{
    private readonly FrozenDictionary<string, SysAnswer> answers = rooms.SelectMany(room => room.Answers).ToFrozenDictionary();

    public async Task<SysReply> Answer(SysCall call, RunningScript script, CancellationToken cancellation)
    {
        if (!answers.TryGetValue(call.Name, out var answer)) return SysDesk.NotOffered(call);
        try
        {
            using var given = JsonDocument.Parse(call.Arguments);
            return await answer(given.RootElement, script, cancellation);
        }
        catch (NotForScripts no)
        {
            return SysDesk.Refused(no.Code, no.Message);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException { Source: "System.Text.Json" })
        {
            return SysDesk.Refused("badRequest", "This cannot be read: it is too deep, or holds half a character");
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException or LogUnavailable)
        {
            return SysDesk.Refused("systemException", "The storage is away; try again in a moment");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever a script provokes is its own trouble: the run hears of it, and everything else goes on.
            Broken(fault, call.Name);
            return SysDesk.Refused("systemException", $"sys could not do this ({fault.GetType().Name})");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The call {Call} of a script failed in the server")]
    private partial void Broken(Exception fault, string call);
}
