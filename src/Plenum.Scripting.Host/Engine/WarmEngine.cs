using System.Text.Json;
using Plenum.Contracts.Scripts;

namespace Plenum.Scripting.Host.Engine;

/// <summary>An engine that stays, and in it a new world for each run: nothing that one script leaves is there for the next.</summary>
internal sealed unsafe class WarmEngine
{
    private readonly nint group = Jsc.JSContextGroupCreate();
    private readonly string prelude;
    private readonly Counter counter;

    public WarmEngine(Counter counter)
    {
        this.counter = counter;
        using var text = new StreamReader(typeof(WarmEngine).Assembly.GetManifestResourceStream("sys/sys.js")!);
        prelude = text.ReadToEnd();
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
        fixed (nint* first = arguments) Jsc.JSObjectCallAsFunction(context, start, 0, (nuint)arguments.Length, first, &fault);
        // Only running out of stack or memory inside the prelude itself gets here.
        if (fault != 0) counter.Settle(returned: false, """{"code":"systemException","message":"The script ran out of room","stack":"","line":0}""");
    }
}
