using System.Text.Json;
using Plenum.Contracts.Scripts;

namespace Plenum.Scripting.Host.Engine;

/// <summary>An engine that stays, and in it a new world for each run: nothing that one script leaves is there for the next.</summary>
internal sealed unsafe class WarmEngine
{
    private const string Room = "sys/rooms/";
    private readonly nint group = Jsc.JSContextGroupCreate();
    private readonly string prelude;
    private readonly Counter counter;

    public WarmEngine(Counter counter)
    {
        this.counter = counter;
        var rooms = typeof(WarmEngine).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Room, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        prelude = $"{Text("sys/sys.js").TrimEnd()}({{{string.Join(',', rooms.Select(name => $"{name[Room.Length..^3]}:{Text(name)}"))}}})";
    }

    public Ending Perform(Assignment assignment)
    {
        counter.Begin();
        Lent.For(counter, assignment.Name);
        var context = Jsc.JSGlobalContextCreateInGroup(group, 0);
        try
        {
            Enter(context, assignment);
        }
        finally
        {
            Jsc.JSGlobalContextRelease(context);
        }

        return counter.Ended is { Error: { } error } ? new Ending(Error: Stack.AsAuthorsRead(error)) : counter.Ended;
    }

    /// <summary>When this returns, everything that the script put off is done as well.</summary>
    private void Enter(nint context, Assignment assignment)
    {
        var (start, broken) = Jsc.Read(context, prelude, Stack.Prelude);
        if (broken != 0) throw new InvalidOperationException("The prelude does not run in this engine.");
        nint fault = 0;
        var order = Texts.Value(context, JsonSerializer.Serialize(assignment, TalkJson.Default.Assignment));
        nint[] arguments = [.. Lent.Functions(context), order];
        nint goOn;
        fixed (nint* first = arguments) goOn = Jsc.JSObjectCallAsFunction(context, start, 0, (nuint)arguments.Length, first, &fault);
        if (fault == 0) GoOn(context, goOn, &fault);
        // Only running out of stack or memory inside the prelude itself gets here.
        if (fault != 0) counter.Settle(returned: false, """{"code":"systemException","message":"The script ran out of room","stack":"","line":0}""");
    }

    /// <summary>While the script awaits answers: each turn waits for one, and ends with what the script does about it.</summary>
    private static void GoOn(nint context, nint turn, nint* fault)
    {
        Jsc.JSValueProtect(context, turn);
        try
        {
            while (*fault == 0 && Jsc.JSObjectCallAsFunction(context, turn, 0, 0, null, fault) is var more && *fault == 0 && Jsc.JSValueToBoolean(context, more)) continue;
        }
        finally
        {
            Jsc.JSValueUnprotect(context, turn);
        }
    }

    private static string Text(string resource)
    {
        using var text = new StreamReader(typeof(WarmEngine).Assembly.GetManifestResourceStream(resource)!);
        return text.ReadToEnd();
    }
}
