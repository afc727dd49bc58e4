using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Plenum.Tests.Running;

/// <summary>The built executable as an operator starts it: a process with arguments, two outputs and an exit code.</summary>
internal sealed class BuiltProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly List<string> output = [];
    private readonly List<string> errors = [];

    private BuiltProgram(IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments)
    {
        // A shell that runs tests in its background has them ignore Ctrl-C, and everything that they start inherits that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", Path.Combine(AppContext.BaseDirectory, "plenum"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public IReadOnlyList<string> Output => Copy(output);

    public IReadOnlyList<string> Errors => Copy(errors);

    /// <summary>Where the server says that it listens.</summary>
    public Uri Address => new(Output.First(line => line.Contains("Start here", StringComparison.Ordinal)).Split(' ')[^1]);

    /// <summary>What it has worked so far, on all processors.</summary>
    public TimeSpan Work
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static BuiltProgram Start(params string[] arguments) => new(ReadOnlyDictionary<string, string>.Empty, arguments);

    /// <summary>A server on a free port, started when this returns.</summary>
    public static Task<BuiltProgram> Serve(string data, params string[] more) => ServeWith(ReadOnlyDictionary<string, string>.Empty, data, more);

    /// <summary>The same with environment variables.</summary>
    public static async Task<BuiltProgram> ServeWith(IReadOnlyDictionary<string, string> variables, string data, params string[] more)
    {
        string[] urls = more.Contains("--urls") ? [] : ["--urls", "http://127.0.0.1:0"];
        var program = new BuiltProgram(variables, ["serve", "--data", data, .. urls, .. more]);
        try
        {
            await program.Until(() => program.Output.Any(line => line.Contains("Client API", StringComparison.Ordinal)));
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    public async Task Until(Func<bool> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                Assert.Fail($"It never came to be. Output: {string.Join('\n', Output)} Errors: {string.Join('\n', Errors)}");
            await Task.Delay(20);
        }
    }

    public void Terminate() => Signal(15);

    public void Signal(int number) => Assert.Equal(0, Kill(process.Id, number));

    public async Task<int> Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private static void Keep(List<string> lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
    }

    private static List<string> Copy(List<string> lines)
    {
        lock (lines)
            return [.. lines];
    }
}
