using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Plenum.Tests.Running;

/// <summary>
/// The built server as a process of its own, on a free port and a temporary data folder. It can be killed and started
/// again on the same port and data; when disposed, neither the process nor the folder is left.
/// </summary>
public sealed class PlenumProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("plenum-test-");
    private readonly StringBuilder _output = new();
    private readonly HttpClient _knocker = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly IReadOnlyList<string> _options;
    private Process? _process;

    private PlenumProcess(IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> options) =>
        (_settings, _options) = (settings, options);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Take()}");

    public string AdminPassword { get; } = Guid.NewGuid().ToString("N");

    public string DataFolder => _data.FullName;

    /// <summary>Everything the server has printed, over all of its starts.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

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
    public async Task Kill()
    {
        if (_process is null)
            return;

        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks the process to end, as an operator would (SIGTERM), and waits until it has.</summary>
    public async Task<int> Stop()
    {
        using var patience = new CancellationTokenSource(Patience);
        Assert.Equal(0, Signal(_process!.Id, 15));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Kills the process if it still runs, and starts it on the same port and data.</summary>
    public async Task Restart()
    {
        await Kill();
        _process = Process.Start(Command()) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UntilReady(_process);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _knocker.Dispose();
        _data.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo("dotnet", [
            Repository.ServerBinary, "serve", "--urls", Address.GetLeftPart(UriPartial.Authority), "--data", DataFolder, .. _options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = DataFolder,
            Environment = { ["PLENUM_ADMIN_PASSWORD"] = AdminPassword },
        };
        foreach (var (name, value) in _settings)
            command.Environment[name] = value;
        return command;
    }

    private async Task UntilReady(Process process)
    {
        var waited = Stopwatch.StartNew();
        while (!await IsReady())
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended with {process.ExitCode} before it was ready.\n{Output}");
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"The server was not ready within {Patience.TotalSeconds} s.\n{Output}");
            await Task.Delay(20);
        }
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await _knocker.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
