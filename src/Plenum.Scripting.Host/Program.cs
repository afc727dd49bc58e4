using Plenum.Contracts.Scripts;
using Plenum.Scripting.Host;
using Plenum.Scripting.Host.Confinement;
using Plenum.Scripting.Host.Engine;

// One run after another, on a thread whose stack is known; the server at the other end of the pipes watches from outside.
using var desk = new Desk(Console.OpenStandardInput(), Console.OpenStandardOutput());
desk.Listen();
var scripts = new Thread(Work, 8 * 1024 * 1024) { Name = "scripts" };
scripts.Start();
scripts.Join();
return 0;

void Work()
{
    if (Warm() is not { } engine) return;
    desk.Say(new FromHost(Ready: new HostReady()));
    while (true)
        if (desk.Next().Begin is { } assignment) desk.Say(new FromHost(End: engine.Perform(assignment)));
}

WarmEngine? Warm()
{
    try
    {
        var engine = new WarmEngine(new Counter(desk.Say, () => desk.Next().Reply ?? new SysReply(Code: "systemException", Message: "The server did not answer")));
        // Code that has run once is there for good; from here on nothing needs to be opened for writing, started or called by network.
        engine.Perform(new Assignment("warm", "return [1, {a: 2}].map(x => JSON.stringify(x))"));
        engine.Perform(new Assignment("warm", "throw new Error('x')"));
        Cell.Close();
        return engine;
    }
    catch (Exception trouble) when (trouble is DllNotFoundException or EntryPointNotFoundException or InvalidOperationException)
    {
        desk.Say(new FromHost(Ready: new HostReady($"The script engine does not start ({trouble.Message.Split('\n')[0]}): install libjavascriptcoregtk-4.1-0")));
        return null;
    }
}
