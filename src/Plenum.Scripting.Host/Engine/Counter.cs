using System.Text.Json;
using Plenum.Contracts.Scripts;

namespace Plenum.Scripting.Host.Engine;

/// <summary>Where the running script meets the server: it asks and waits, it writes without waiting, and it ends once.</summary>
internal sealed class Counter(Action<FromHost> say, Func<SysReply> awaitReply)
{
    private Ending? ending;

    public void Begin() => ending = null;

    public void Say(FromHost message) => say(message);

    public SysReply Ask(SysCall call)
    {
        say(new FromHost(Call: call));
        return awaitReply();
    }

    /// <summary>The first end counts: later ones come from promises that were forgotten.</summary>
    public void Settle(bool returned, string json)
    {
        if (ending is not null) return;
        if (returned) ending = new Ending(json);
        else ending = new Ending(Error: JsonSerializer.Deserialize(json, TalkJson.Default.ScriptError)!);
    }

    public Ending Ended => ending ?? new Ending(Error: new ScriptError("systemException", "The run ended without a result: what it waited for can no longer happen", "", 0));
}
