using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Plenum.Tests.Log;

[assembly: AssemblyFixture(typeof(PostgresForTests))]

namespace Plenum.Tests.Log;

/// <summary>The PostgreSQL that PLENUM_TEST_POSTGRES names, or one started for this run from the system's programs.</summary>
public sealed class PostgresForTests : IAsyncDisposable
{
    private readonly Lazy<Task<string>> address;
    private string? folder;

    public PostgresForTests() => address = new(Start);

    /// <summary>A superuser's connection string; skips the test when there is no PostgreSQL.</summary>
    public async Task<string> Address()
    {
        if (Environment.GetEnvironmentVariable("PLENUM_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        if (Programs() is null)
            Assert.Skip("PostgreSQL is not installed: apt-get install postgresql, or set PLENUM_TEST_POSTGRES.");
        return await address.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
            return;
        await Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "fast", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static string? Programs()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return debian.OrderDescending().Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }

    private static async Task Run(string program, params string[] arguments)
    {
        string[] words = [Path.Combine(Programs()!, program), .. arguments];
        // PostgreSQL refuses to run as root.
        if (Environment.IsPrivilegedProcess)
            words = ["runuser", "-u", "postgres", "--", .. words];
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<string> Start()
    {
        folder = Directory.CreateTempSubdirectory("plenum-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            using var owner = Process.Start("chown", ["postgres", folder]);
            await owner.WaitForExitAsync();
        }

        var data = Path.Combine(folder, "data");
        var port = FreePort();
        await Run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions");
        await Run(
            "pg_ctl", "-D", data, "-w", "-s", "-l", Path.Combine(folder, "server.log"),
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on -c max_connections=300",
            "start");
        return new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "postgres",
            Database = "postgres",
            Pooling = false,
        }.ConnectionString;
    }
}
