using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Plenum.Bench.Servers;

/// <summary>One server as a child process on loopback, with a folder of its own. Killed when disposed of, and when this process ends.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly List<ServerProcess> Running = [];
    private readonly ProcessStartInfo _start;
    private Process _process;

    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var server in Running.ToArray())
            server.Dispose();
    };

    public ServerProcess(string program, Func<IPEndPoint, string, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string> settings)
    {
        Address = new(IPAddress.Loopback, FreePort());
        Folder = Directory.CreateTempSubdirectory("plenum-bench-").FullName;
        _start = new("dotnet", [program, .. arguments(Address, Folder)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            _start.Environment[name] = value;
        _process = Start();
        Running.Add(this);
    }

    /// <summary>Processor time of servers that are gone, so that the rest of the machine can be told apart.</summary>
    public static TimeSpan SpentByTheGone { get; private set; }

    public static TimeSpan Spent => SpentByTheGone + Running.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.ProcessorTime);

    public IPEndPoint Address { get; }

    public string Folder { get; }

    public TimeSpan ProcessorTime => ProcessTime.Of(_process.Id);

    public ResidentMemory Memory => ResidentMemory.Of(_process.Id);

    public int Id => _process.Id;

    public void Kill()
    {
        SpentByTheGone += ProcessorTime;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Starts the killed server again, with the same folder and address.</summary>
    public void Restart() => _process = Start();

    public void Dispose()
    {
        if (!Running.Remove(this))
            return;
        if (!_process.HasExited)
            Kill();
        Directory.Delete(Folder, recursive: true);
    }

    private Process Start()
    {
        var process = Process.Start(_start) ?? throw new InvalidOperationException("The server did not start.");
        // Unread pipes would fill and stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is { } text) Console.Error.WriteLine(text); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
