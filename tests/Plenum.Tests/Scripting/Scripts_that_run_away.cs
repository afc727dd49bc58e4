using System.Diagnostics;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Scripting.Hosts;

namespace Plenum.Tests.Scripting;

[Collection(nameof(Warm_hosts))]
public sealed class Scripts_that_run_away(Warm_hosts hosts)
{
    private static readonly string[] Runaways =
    [
        "while (true) {}",
        "/^(a+)+$/.test('a'.repeat(60) + '!')",
        "const again = () => Promise.resolve().then(again); again()",
        "await new Promise(function go(ok) { (async () => { for (;;) await null })() })",
        "return {toJSON() { for (;;); }}",
        "return {get then() { for (;;); }}",
        "new Float64Array(2e7).map(Math.random).sort((a, b) => a - b); for (;;);",
    ];

    private static readonly string[] Bombs =
    [
        "const all = []; for (;;) all.push(new Array(1e5).fill(0))",
        "let text = 'x'; const all = []; for (;;) { text = text + text; all.push([...text]) }",
        "const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1))",
        "const all = []; for (;;) { const p = new Promise(() => {}); all.push(p, p.then(() => {})) }",
    ];

    [Fact]
    public async Task Are_stopped_from_outside_and_the_next_one_runs()
    {
        var ran = await Task.WhenAll(Runaways.Select(source => Warm_hosts.Run(hosts.Strict, new Assignment("runaway", source))));
        Assert.All(Runaways.Zip(ran), pair => Assert.True(pair.Second.Report.Outcome is Outcome.Stopped, $"{pair.First}: {pair.Second.Report.Outcome}"));
        Assert.Equal("1", (await Warm_hosts.Run(hosts.Strict, new Assignment("next", "return 1"))).Value);
    }

    [Fact]
    public async Task Are_stopped_when_they_take_too_much_memory()
    {
        var ran = await Task.WhenAll(Bombs.Select(source => Warm_hosts.Run(hosts.Strict, new Assignment("bomb", source))));
        Assert.All(Bombs.Zip(ran), pair => Assert.True(pair.Second.Report.Outcome is Outcome.Stopped, $"{pair.First}: {pair.Second.Report.Outcome}"));
        Assert.Contains(ran, one => one.Report.Outcome is Outcome.Stopped { Limit: "It used more than 200 MB of memory" });
        Assert.All(ran, one => Assert.InRange(one.Report.PeakBytes, 1, 1_000_000_000));
    }

    [Fact]
    public async Task Are_stopped_when_they_only_wait()
    {
        var ran = await Warm_hosts.Run(hosts.Strict, new Assignment("sleeper", "sys.utils.script.wait(1e9)"));
        Assert.Equal(new Outcome.Stopped("It took longer than 1.5 s"), ran.Report.Outcome);
        Assert.InRange(ran.Report.Took.TotalSeconds, 1.5, 15);
    }

    [Fact]
    public async Task Are_stopped_when_they_flood_the_log()
    {
        var ran = await Warm_hosts.Run(hosts.Strict, new Assignment("chatter", "for (;;) sys.logs.info('x')"));
        Assert.Equal(new Outcome.Stopped("It wrote more than 100 lines into the log"), ran.Report.Outcome);
        Assert.Equal(100, ran.Lines.Count);
    }

    [Fact]
    public async Task Leave_those_alone_that_run_beside_them()
    {
        var sleeper = Warm_hosts.Run(hosts.Patient, new Assignment("beside", "sys.utils.script.wait(300); return 'well'"));
        await Warm_hosts.Run(hosts.Strict, new Assignment("bomb", Bombs[0]));
        Assert.Equal("\"well\"", (await sleeper).Value);
    }

    [Fact]
    public async Task A_host_is_closed_off_by_the_system()
    {
        using var own = Warm_hosts.With(new ScriptSettings { AtOnce = 1 });
        var before = Hosts();
        await own.Warm();
        var id = Assert.Single(Hosts().Except(before).Where(id => File.ReadAllText($"/proc/{id}/status").Contains("Seccomp:\t2", StringComparison.Ordinal)).Take(1));
        var status = File.ReadAllLines($"/proc/{id}/status");
        Assert.Contains("NoNewPrivs:\t1", status);
        Assert.DoesNotContain("PLENUM", File.ReadAllText($"/proc/{id}/environ"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_server_is_gone_ends_whatever_its_script_does()
    {
        using var host = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plenum-scripts")) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var (said, told) = (host.StandardOutput.BaseStream, host.StandardInput.BaseStream);
        Assert.NotNull((await Framing.Next(said, TalkJson.Default.FromHost, CancellationToken.None))?.Ready);
        await told.WriteAsync(Framing.Of(new ToHost(new Assignment("t", "log('here'); for (;;);")), TalkJson.Default.ToHost));
        await told.FlushAsync();
        Assert.NotNull((await Framing.Next(said, TalkJson.Default.FromHost, CancellationToken.None))?.Line);
        host.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await host.WaitForExitAsync(patience.Token);
    }

    [Fact]
    public async Task A_host_that_is_killed_under_a_run_loses_that_run_alone()
    {
        using var own = Warm_hosts.With(new ScriptSettings { AtOnce = 1 });
        var before = Hosts();
        await own.Warm();
        var process = Hosts().Except(before).ToList();
        var killed = new TaskCompletionSource();
        var running = own.Run(
            new Assignment("t", "log('here'); sys.utils.script.wait(60000)"),
            new SysDesk((call, _) => Task.FromResult(SysDesk.NotOffered(call)), _ => killed.TrySetResult()),
            CancellationToken.None);
        await killed.Task;
        foreach (var id in process) using (var host = Process.GetProcessById(id)) host.Kill();
        Assert.IsType<Outcome.Lost>((await running).Outcome);
        Assert.Equal("2", (await Warm_hosts.Run(own, new Assignment("t", "return 2"))).Value);
    }

    /// <summary>Those of this test program: others may run beside it.</summary>
    private static HashSet<int> Hosts() =>
        [.. Process.GetProcessesByName("plenum-scripts").Select(process => process.Id).Where(id => Parent(id) == Environment.ProcessId)];

    private static int Parent(int process)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ')[2]);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
