using System.Text;

namespace Plenum.Tests.Running;

/// <summary>
/// A server with a temporary data folder and a port that stays its own, so that it can be killed and started again on both;
/// when disposed, neither the process nor the folder is left.
/// </summary>
public sealed class PlenumProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("plenum-test-");
    private readonly StringBuilder _before = new();
    private readonly Dictionary<string, string> _variables;
    private readonly IReadOnlyList<string> _options;
    private BuiltProgram? _program;

    private PlenumProcess(IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> options)
    {
        (_variables, _options) = (new(settings), options);
        _variables.TryAdd("PLENUM_ADMIN_PASSWORD", AdminPassword);
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Take()}");

    public string AdminPassword { get; } = Guid.NewGuid().ToString("N");

    public string DataFolder => _data.FullName;

    /// <summary>Everything the server has printed, over all of its starts.</summary>
    public string Output => _before + Printed(_program);

    /// <summary>Starts a server and waits until it is ready. The options follow those that name address and data.</summary>
    public static Task<PlenumProcess> Start(params string[] options) => StartWith(new Dictionary<string, string>(), options);

    /// <summary>The same with settings as environment variables, such as <c>Plenum__Limits__JoinBurstPerAddress</c>.</summary>
    public static async Task<PlenumProcess> StartWith(IReadOnlyDictionary<string, string> settings, params string[] options)
    {
        var server = new PlenumProcess(settings, options);
        try
        {
            await Furniture.Into(server.DataFolder);
            await server.Restart();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the process at once, as a power cut would (SIGKILL): it gets no chance to tidy up.</summary>
    public void Kill()
    {
        _program?.Dispose();
        _before.Append(Printed(_program));
        _program = null;
    }

    /// <summary>What the process keeps in memory and on its hands, after a full collection.</summary>
    public Task<Burden> Burden() => Running.Burden.Of(_program!.Id);

    /// <summary>Kills the processes that it runs scripts in, as soon as there are any, and says how many they were.</summary>
    public async Task<int> KillScripts()
    {
        for (var patience = System.Diagnostics.Stopwatch.StartNew(); patience.Elapsed < Visitor.Patience; await Task.Delay(5))
        {
            var killed = 0;
            foreach (var script in System.Diagnostics.Process.GetProcessesByName("plenum-scripts").Where(script => ParentOf(script.Id) == _program!.Id))
            {
                script.Kill();
                killed++;
            }

            if (killed > 0) return killed;
        }

        return 0;
    }

    /// <summary>The process neither works nor ends (SIGSTOP), as when its machine is suspended.</summary>
    public void StandStill() => _program!.Signal(19);

    /// <summary>It goes on as if nothing had been (SIGCONT).</summary>
    public void GoOn() => _program!.Signal(18);

    /// <summary>Asks the process to end, as an operator would (SIGTERM), and waits until it has.</summary>
    public Task<int> Stop()
    {
        _program!.Terminate();
        return _program.Exit();
    }

    /// <summary>Kills the process if it still runs, and starts it on the same port and data.</summary>
    public async Task Restart()
    {
        Kill();
        _program = await BuiltProgram.ServeWith(_variables, DataFolder, ["--urls", Address.GetLeftPart(UriPartial.Authority), .. _options]);
        await UntilReady();
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        _data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Listening is not all: its storage must answer too.</summary>
    private async Task UntilReady()
    {
        using var knocker = new HttpClient { BaseAddress = Address, Timeout = Visitor.Patience };
        using var patience = new CancellationTokenSource(Visitor.Patience);
        while (!(await knocker.GetAsync("/health/ready", patience.Token)).IsSuccessStatusCode) await Task.Delay(20, patience.Token);
    }

    private static string Printed(BuiltProgram? program) =>
        program is null ? "" : string.Concat(program.Output.Concat(program.Errors).Select(line => $"{line}\n"));

    private static int ParentOf(int process)
    {
        var path = $"/proc/{process}/stat";
        return File.Exists(path) ? int.Parse(File.ReadAllText(path).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) : 0;
    }
}
