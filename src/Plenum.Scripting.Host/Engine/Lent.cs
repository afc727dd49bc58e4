using System.Runtime.InteropServices;
using System.Text.Json;
using Plenum.Contracts.Scripts;

namespace Plenum.Scripting.Host.Engine;

/// <summary>
/// What the engine may call: four functions that take strings and numbers only, so that no code of the script runs inside
/// them. Nothing may be thrown through the engine; what goes wrong out here ends the process, and with it the run.
/// </summary>
internal static unsafe class Lent
{
    private const int LongestLine = 8 * 1024;

    /// <summary>There is one thread for scripts, and one run at a time.</summary>
    private static Counter? counter;

    /// <summary>What stacks call the running source.</summary>
    private static string name = "";

    public static void For(Counter server, string source) => (counter, name) = (server, source);

    /// <summary>In the order in which the prelude takes them.</summary>
    public static nint[] Functions(nint context) => [
        Jsc.JSObjectMakeFunctionWithCallback(context, 0, &Call),
        Jsc.JSObjectMakeFunctionWithCallback(context, 0, &Write),
        Jsc.JSObjectMakeFunctionWithCallback(context, 0, &End),
        Jsc.JSObjectMakeFunctionWithCallback(context, 0, &Read),
    ];

    [UnmanagedCallersOnly]
    private static nint Call(nint context, nint function, nint self, nuint count, nint* arguments, nint* exception)
    {
        var asked = count > 0 ? Texts.Of(context, arguments[0]) : null;
        var given = count > 1 ? Texts.Of(context, arguments[1], Texts.Longest + 1) : null;
        var reply = asked is null || given is null ? new SysReply(Code: "systemException", Message: "A call needs a name and its arguments")
            : given.Length > Texts.Longest ? new SysReply(Code: "badRequest", Message: $"More than {Texts.Longest} characters cannot be handed over at once")
            : counter!.Ask(new SysCall(asked, given));
        return Texts.Value(context, JsonSerializer.Serialize(reply, TalkJson.Default.SysReply));
    }

    [UnmanagedCallersOnly]
    private static nint Write(nint context, nint function, nint self, nuint count, nint* arguments, nint* exception)
    {
        var level = count > 0 ? Texts.Of(context, arguments[0]) : null;
        var text = count > 1 ? Texts.Of(context, arguments[1], LongestLine) : null;
        if (level is not null && text is not null) counter!.Say(new FromHost(Line: new ScriptLine(level, text)));
        return Jsc.JSValueMakeUndefined(context);
    }

    [UnmanagedCallersOnly]
    private static nint End(nint context, nint function, nint self, nuint count, nint* arguments, nint* exception)
    {
        var kind = count > 0 ? Texts.Of(context, arguments[0]) : null;
        var text = count > 1 ? Texts.Of(context, arguments[1], Texts.Longest + 1) : null;
        if (text is not null) counter!.Settle(kind == "value", text);
        return Jsc.JSValueMakeUndefined(context);
    }

    /// <summary>Reads a source under its own name, or that of a library, so that stacks have places; what the engine says against it is thrown in there.</summary>
    [UnmanagedCallersOnly]
    private static nint Read(nint context, nint function, nint self, nuint count, nint* arguments, nint* exception)
    {
        var text = count > 0 ? Texts.Of(context, arguments[0], int.MaxValue) : null;
        if (text is null) return Jsc.JSValueMakeUndefined(context);
        var (value, fault) = Jsc.Read(context, text, count > 1 ? Texts.Of(context, arguments[1]) ?? name : name);
        *exception = fault;
        return fault == 0 ? value : Jsc.JSValueMakeUndefined(context);
    }
}
